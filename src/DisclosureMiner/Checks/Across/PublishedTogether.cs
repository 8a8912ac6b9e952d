using System.Collections.Immutable;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
using DisclosureMiner.Facts.Narrative;

namespace DisclosureMiner.Checks.Across;

/// <summary>
/// A page and its attachments are one publication: amounts in the prose of one equal the cells of the others (N-01), and what one lacks
/// may stand in another (D-01).
/// </summary>
internal sealed class PublishedTogether(AcrossDocument own, AcrossPartners partners, Comparisons comparisons, AcrossKnowledge knowledge)
{
    public void Check()
    {
        Severity severity = knowledge.Rules["N-01"].Severity;
        foreach (Statement statement in own.Statements)
        {
            foreach (Mention mention in statement.Mentions.Where(mention => mention.Fact.Printed?.Unit.Dimension == Dimension.Money))
            {
                Fact stated = own.Of(mention.Fact);
                comparisons.Add(
                    partners.Parts
                        .Select(part => (Part: part, Cell: part.Find(statement, mention.Period, mention.Fact.Printed)))
                        .Where(found => found.Cell is { Cell: not null, Printed: not null })
                        .Select(found => (Duty.Same(stated, found.Cell!, severity, "across-parts", "N-01"), found.Part)),
                    Firmness.Same);
            }
        }

        if (partners.Form is { } form)
        {
            foreach (Obligation obligation in DocumentRules.DocumentRules.CheckPresence(Whole(), knowledge.Reading, knowledge.Subjects, knowledge.Rules, form))
            {
                comparisons.Add(obligation);
            }
        }
    }

    /// <summary>All parts one after the other, as if they were one file. Nothing of it is stored.</summary>
    private Document Whole()
    {
        ImmutableArray<Block> blocks = own.Document.Blocks;
        foreach (AcrossDocument part in partners.Parts)
        {
            int before = blocks.Length;
            blocks = [.. blocks, .. part.Document.Blocks.Select(block => block with { Index = before + block.Index })];
        }

        return own.Document with { Blocks = blocks, Attachments = [] };
    }
}
