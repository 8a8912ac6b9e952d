using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Store;

namespace DisclosureMiner.Reports;

/// <summary>
/// Gives the facts of one document what a register says of their bodies. It is done when they are written, so a new register needs nothing to
/// be mined again.
/// </summary>
internal sealed class FactBodies(Register register, DocumentRecord document, bool? isUnit)
{
    private readonly Dictionary<string, RegisterBody?> _known = new(StringComparer.Ordinal);

    /// <summary>The fact with code, parent and region of its body; the same one where the register does not have it, or it may be several.</summary>
    public FactRecord Named(FactRecord fact)
    {
        if (fact.Body is not { Length: > 0 } printed)
        {
            return fact;
        }

        if (!_known.TryGetValue(printed, out RegisterBody? body))
        {
            // Of other bodies than the publishing one nobody has said whether they stand for themselves or for their units too.
            bool? isAboutUnit = printed == document.Organisation ? isUnit : null;
            _known[printed] = body = register.Match(printed, document.FiscalYear, isAboutUnit).Body;
        }

        return body is null ? fact : fact with { BodyCode = body.Code, Parent = register.ParentOf(body)?.Name, Region = register.RegionOf(body) };
    }
}
