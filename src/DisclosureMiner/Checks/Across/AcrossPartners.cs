using System.Collections.Immutable;
using DisclosureMiner.Checks.Forms;

namespace DisclosureMiner.Checks.Across;

/// <summary>The documents that one is compared with.</summary>
/// <param name="Before">Those of the same body and kind of the year before; several when it was issued again.</param>
/// <param name="Budgets">For a final account: the budgets of the same body and year.</param>
/// <param name="Units">For a department: its units, each with its document of the same year and kind where there is one.</param>
/// <param name="Version">The version of the same document that was issued before this one, or null.</param>
/// <param name="Sharing">A document of an unrelated body that has a row of numbers in common, or null.</param>
/// <param name="Parts">What was published together with it, the page before its attachments.</param>
/// <param name="Form">The form that the publication has to fill, where it is told in this document whether it does; else null.</param>
internal sealed record AcrossPartners(
    ImmutableArray<AcrossDocument> Before,
    ImmutableArray<AcrossDocument> Budgets,
    ImmutableArray<UnitPartner> Units,
    AcrossDocument? Version,
    AcrossDocument? Sharing,
    ImmutableArray<AcrossDocument> Parts,
    DisclosureForm? Form);

/// <summary>A unit of a department.</summary>
/// <param name="Name">As listed, folded.</param>
/// <param name="Document">Its document, or null.</param>
/// <param name="Absence">What a register says about a unit without a document: a reason of the ledger.</param>
internal sealed record UnitPartner(string Name, AcrossDocument? Document, string Absence = UnitPartner.Unknown)
{
    /// <summary>Without a register nobody knows whether a unit had to publish anything.</summary>
    public const string Unknown = "no-register";
}
