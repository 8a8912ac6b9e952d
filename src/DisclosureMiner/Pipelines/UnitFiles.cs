using System.Collections.Immutable;
using System.Globalization;
using DisclosureMiner.Documents;
using YamlDotNet.RepresentationModel;

namespace DisclosureMiner.Pipelines;

/// <summary>Reads <c>units:</c>, a mapping from dimensions to the symbols that measure them, each with its factor or alone.</summary>
internal static class UnitFiles
{
    private static readonly Dictionary<string, Dimension> Dimensions = new(StringComparer.Ordinal)
    {
        ["money"] = Dimension.Money,
        ["foreign-money"] = Dimension.ForeignMoney,
        ["percent"] = Dimension.Percent,
        ["percentage-point"] = Dimension.PercentagePoint,
        ["count"] = Dimension.Count,
    };

    /// <exception cref="PipelineException">A file is wrong, or two units have one symbol.</exception>
    public static ImmutableArray<Unit> Read(IEnumerable<PipelineFile> files)
    {
        var units = ImmutableArray.CreateBuilder<Unit>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (PipelineFile file in files)
        {
            Entry root = file.Entry();
            foreach ((string name, YamlNode key, YamlNode list) in file.EntryOf(root.Need("units")).Pairs())
            {
                Dimension dimension = Dimensions.TryGetValue(name, out Dimension known)
                    ? known
                    : throw file.Expected(key, "one of " + string.Join(", ", Dimensions.Keys));
                foreach ((Unit unit, YamlNode node) in UnitsOf(file, list, dimension))
                {
                    units.Add(seen.Add(unit.Symbol) ? unit : throw file.At(node, $"the unit '{unit.Symbol}' is listed twice"));
                }
            }

            root.Close();
        }

        return units.ToImmutable();
    }

    private static IEnumerable<(Unit Unit, YamlNode Node)> UnitsOf(PipelineFile file, YamlNode list, Dimension dimension)
    {
        if (list is not YamlMappingNode)
        {
            foreach (YamlNode symbol in file.ElementsOf(list))
            {
                yield return (new Unit(Folding.Label(file.TextOf(symbol)), dimension, 1m), symbol);
            }

            yield break;
        }

        foreach ((string symbol, YamlNode key, YamlNode value) in file.EntryOf(list).Pairs())
        {
            decimal factor = decimal.TryParse(file.TextOf(value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number > 0
                ? number
                : throw file.Expected(value, "a factor above 0");
            yield return (new Unit(Folding.Label(symbol), dimension, factor), key);
        }
    }
}
