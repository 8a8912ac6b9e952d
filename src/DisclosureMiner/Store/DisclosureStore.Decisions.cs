using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;

namespace DisclosureMiner.Store;

/// <content>What people have decided.</content>
public sealed partial class DisclosureStore
{
    /// <summary>Adds a decision; nothing that was decided before is changed.</summary>
    /// <exception cref="StoreException">It could not be stored.</exception>
    public void Decide(Decision decision) => Use(() =>
    {
        using DbTransaction transaction = _connection.BeginTransaction();
        _engine.LockRows(transaction, "decisions");
        Execute(
            transaction,
            """
            INSERT INTO decisions (number, discrepancy, values_hash, state, person, decided, because)
            SELECT COALESCE(MAX(number), 0) + 1, $0, $1, $2, $3, $4, $5 FROM decisions
            """,
            decision.Discrepancy,
            decision.ValuesHash,
            Words.Of(decision.State),
            decision.By,
            decision.WhenText,
            decision.Because);
        transaction.Commit();
        return true;
    });

    /// <summary>All decisions that are stored now.</summary>
    public Decisions Decisions() => new(Use(() =>
    {
        using DbCommand command = Command("SELECT discrepancy, values_hash, state, person, decided, because FROM decisions ORDER BY number");
        using DbDataReader reader = command.ExecuteReader();
        var decisions = new List<Decision>();
        while (reader.Read())
        {
            decisions.Add(new Decision(
                reader.GetString(0),
                reader.GetString(1),
                Words.Read<DecisionState>(reader.GetString(2)),
                reader.GetString(3),
                DateTime.Parse(reader.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                reader.GetString(5)));
        }

        return decisions;
    }));

    /// <summary>The ids of discrepancies, or of decisions about former ones, that begin so; one that is just that alone.</summary>
    public ImmutableArray<string> DiscrepanciesLike(string beginning)
    {
        List<string> found = Read(
            """
            SELECT d.id FROM discrepancies d WHERE substr(d.id, 1, length($0)) = $0
              AND EXISTS (SELECT 1 FROM paths WHERE paths.document = d.document)
            UNION SELECT discrepancy FROM decisions WHERE substr(discrepancy, 1, length($0)) = $0
            """,
            id => id,
            beginning);
        return found.Contains(beginning) ? [beginning] : [.. found.Order(StringComparer.Ordinal)];
    }
}
