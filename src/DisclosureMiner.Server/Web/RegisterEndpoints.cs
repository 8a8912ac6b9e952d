using System.Globalization;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Reports;
using DisclosureMiner.Server.Work;
using DisclosureMiner.Store;

namespace DisclosureMiner.Server.Web;

/// <summary>What the bodies of the register have published, and what is missing, late or unexpected.</summary>
internal static class RegisterEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapJson("/register/{year}", "What was published for a fiscal year, held against the register.", Of);

    private static IResult Of(HttpRequest request, StoreFactory stores, RegisterAtHand register, TimeProvider clock, int year, string? asOf)
    {
        Asked.Only(request, "asOf");
        DateOnly day = asOf is null ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)
            : DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly given) ? given
            : throw Asked.Bad("asOf must be a day such as 2026-03-31.");
        using DisclosureStore store = stores.Open();
        return Answers.Page(
            Coverage.Of(register.Current, year, day, store.Held(year), (one, other) => store.MayBeVersions(one.Id, other.Id))
                .Select(line => CoverageJson.Of(line, year)),
            null);
    }
}
