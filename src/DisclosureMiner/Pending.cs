#pragma warning disable
// Placeholders until TableRules and DocumentRules land: whoever lands one deletes its line here (and the file with the last).
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureMiner.Checks;
using DisclosureMiner.Documents;
using DisclosureMiner.Facts;
namespace DisclosureMiner.Checks { internal sealed record TableObligations(IReadOnlyList<Obligation> Obligations, IReadOnlyList<Ruling> NotFormed); internal static class TableRules { public static TableObligations Generate(RuleBook r, Document d, ImmutableArray<Fact> f) => new([], []); } }
