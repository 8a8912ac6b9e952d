namespace DisclosureMiner.Scoring.Faults;

/// <summary>The faults that can be planted into one document.</summary>
internal sealed class DocumentFaults
{
    private readonly NumberFaults _numbers;
    private readonly RowFaults _rows;
    private readonly WordFaults _words;
    private readonly Dictionary<FaultType, Site[][]> _sites = [];

    public DocumentFaults(FaultGround ground)
    {
        _numbers = new NumberFaults(ground);
        _rows = new RowFaults(ground);
        _words = new WordFaults(ground);
    }

    /// <summary>A place for a fault: with a random number of its own it becomes one, or none.</summary>
    private delegate Fault? Site(Random random);

    /// <summary>A fault of the type somewhere in the document, in the narrative and in tables equally often; null when none was hit upon.</summary>
    public Fault? Any(FaultType type, Random random)
    {
        Site[][] groups = SitesOf(type);
        if (groups.Length == 0)
        {
            return null;
        }

        Site[] group = groups[random.Next(groups.Length)];
        return group[random.Next(group.Length)](random);
    }

    private Site[][] SitesOf(FaultType type)
    {
        if (!_sites.TryGetValue(type, out Site[][]? groups))
        {
            Site[] words = [.. _words.Of(type).Select(fault => (Site)(_ => fault))];
            groups =
            [
                .. _numbers.Sites(type).Select(statement => (statement, Site: (Site)(random => _numbers.At(type, statement, random))))
                    .Concat(_rows.Sites(type).Select(statement => (statement, Site: (Site)(random => _rows.At(type, statement, random)))))
                    .GroupBy(pair => pair.statement.Cell is null, pair => pair.Site)
                    .OrderBy(group => group.Key)
                    .Select(group => group.ToArray()),
                .. words.Length > 0 ? (Site[][])[words] : [],
            ];
            _sites.Add(type, groups);
        }

        return groups;
    }
}
