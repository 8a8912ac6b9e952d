using System.Collections.Immutable;
using DisclosureMiner.Checks;
using DisclosureMiner.Checks.Forms;
using DisclosureMiner.Documents;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>A document with the readings of its tables that were kept, and what it owes.</summary>
/// <param name="Document">The document.</param>
/// <param name="First">As it was read at first, if that is another; else null.</param>
/// <param name="Form">The form that it was checked as.</param>
/// <param name="Checks">What it owes.</param>
internal sealed record SettledDocument(Document Document, Document? First, FormChoice Form, CheckedDocument Checks);

/// <summary>
/// Tells errors of reading from errors of the document: where a table contradicts the document, and reads in another way in which
/// everything holds, that way is kept and nothing is reported.
/// </summary>
internal static class SecondReading
{
    /// <summary>So many readings are tried in one document at most: counted, so that the outcome does not depend on the machine.</summary>
    private const int MostTried = 400;

    /// <summary>The document as it is best read.</summary>
    /// <param name="pipeline">What is known of the field.</param>
    /// <param name="reading">What was read; its document is not null.</param>
    /// <param name="again">Reads tables in other ways.</param>
    public static SettledDocument Settle(Pipeline pipeline, Reading reading, SecondLook again)
    {
        Document first = reading.Document!;
        SettledDocument settled = Check(pipeline, first);
        ImmutableArray<int> doubted = LedgerComparison.Contradicting(settled.Checks.Ledger);
        int[] unknown = [.. doubted.Where(number => !reading.Others.ContainsKey(number) && IsOnPage(first.Tables.ElementAt(number - 1)))];
        Reading known = unknown.Length == 0 ? reading : again(reading, unknown);
        int tried = 0;
        foreach (int table in doubted)
        {
            settled = known.Others.GetValueOrDefault(table, []).TakeWhile(_ => ++tried <= MostTried).Select(other => Try(pipeline, settled, other)).FirstOrDefault(kept => kept is not null) ?? settled;
        }

        settled = settled with { First = ReferenceEquals(settled.Document, first) ? null : first };
        string remark = FormattableString.Invariant($"Not all tables that contradict the document were read in other ways: {MostTried} readings were tried.");
        return tried <= MostTried ? settled : settled with { Document = settled.Document with { Remarks = [.. settled.Document.Remarks, remark] } };
    }

    // Texts and HTML say where their cells are.
    private static bool IsOnPage(Table table) => table.Evidence.Method is not (TableMethod.Markup or TableMethod.Separators);

    private static SettledDocument Check(Pipeline pipeline, Document document)
    {
        FormChoice form = pipeline.Forms.Choose(document, pipeline.Kinds);
        return new SettledDocument(document, null, form, CheckedDocument.Check(document, pipeline.Reading, pipeline.Subjects, pipeline.Rules, form.Form));
    }

    private static SettledDocument? Try(Pipeline pipeline, SettledDocument before, OtherReading other)
    {
        int number = other.Table.Number;
        var comparison = new LedgerComparison(number, before.Checks.Ledger);
        if (!comparison.MayRepair(before.Document.Tables.ElementAt(number - 1), other.Table))
        {
            return null;
        }

        SettledDocument after = Check(pipeline, before.Document.With(other.Table));
        if (!comparison.IsRepairedBy(after.Checks.Ledger))
        {
            return null;
        }

        string remark = FormattableString.Invariant(
            $"Table {number}: read in another way ({Words.Of(other.How)}), because {comparison.Broken} obligation(s) are broken as first read and everything holds in this way.");
        return after with { Document = after.Document with { Remarks = [.. after.Document.Remarks, remark] } };
    }
}
