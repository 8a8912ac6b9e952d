using System.Globalization;
using DisclosureMiner.Server.Tests.Work;

namespace DisclosureMiner.Server.Tests;

/// <summary>What is asked of a server is answered alike whatever engine holds its store.</summary>
[Collection(MinedServerTests.Name)]
public sealed class PostgresApiTests(MinedServer mined)
{
    [PostgresFact]
    public async Task Lists_pages_filters_and_sheets_are_those_of_SQLite()
    {
        using var database = new PostgresDatabase();
        var other = new MinedServer(database.Address);
        await other.InitializeAsync();
        try
        {
            string[] lists = [.. Lists()];
            foreach (string list in lists)
            {
                string expected = await mined.Server.Client.GetStringAsync("/api/v1/" + list);
                (await other.Server.Client.GetStringAsync("/api/v1/" + list)).ShouldBe(expected, list);
            }

            lists.ShouldContain(list => list.StartsWith("facts?subject", StringComparison.Ordinal));
            foreach (string list in (string[])["documents", "discrepancies", "discrepancies?year=2025", "facts?year=2025"])
            {
                List<string> paged = await other.Server.Pages("/api/v1/" + list, 3);
                paged.ShouldBe(await mined.Server.Pages("/api/v1/" + list, 1000), list);
                paged.Count.ShouldBeGreaterThan(1, list);
            }
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    private IEnumerable<string> Lists()
    {
        var document = mined.Store.FindDocument(mined.Id("fengyuan"))!;
        string name = Uri.EscapeDataString(document.Organisation![1..]);
        string year = document.FiscalYear!.Value.ToString(CultureInfo.InvariantCulture);
        string subject = mined.Store.Find(document.Id)!.Facts.First(fact => fact.Subject is not null).Subject!;
        foreach (string form in (string[])["", ".csv"])
        {
            foreach (string filter in (string[])
                ["", "status=mined", "status=failed", $"organisation={name}", "organisation=%25", $"year={year}", "genre=final-accounts", $"text={name}", "text=LANGXI",
                 $"status=mined&organisation={name}&year={year}&text={name}"])
            {
                yield return $"documents{form}?{filter}";
            }

            foreach (string filter in (string[])
                ["", "severity=error", "severity=warning", $"rule={mined.Decided.Rule}", "rule=N-", "rule=X-", "verdict=conflict", $"document={mined.Decided.Document}",
                 $"year={year}", "state=open", "state=decided", $"organisation={name}", $"severity=warning&year={year}&organisation={name}&state=open"])
            {
                yield return $"discrepancies{form}?{filter}";
            }

            foreach (string filter in (string[])
                ["", $"document={document.Id}", $"subject={subject}", $"year={year}", $"organisation={name}", $"subject={subject}&organisation={name}&year={year}"])
            {
                yield return $"facts{form}?{filter}";
            }

            foreach (string part in (string[])["tables", "figures", "checks", "facts", "discrepancies"])
            {
                yield return $"documents/{mined.Decided.Document}/{part}{form}";
            }
        }

        yield return $"register/{year}?asOf=2027-01-01";
        yield return $"documents/{document.Id}";
        yield return $"discrepancies/{mined.Decided.Id}";
    }
}
