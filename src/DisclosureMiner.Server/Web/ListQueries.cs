using System.ComponentModel;
using DisclosureMiner.Checks;
using DisclosureMiner.Findings;
using DisclosureMiner.Store;
using Microsoft.AspNetCore.Mvc;

namespace DisclosureMiner.Server.Web;

/// <summary>Which documents are asked for.</summary>
internal sealed record DocumentQuery(
    [property: FromQuery(Name = "status"), Description("mined, failed, unsupported, needs-ocr or template.")] string? Status,
    [property: FromQuery(Name = "organisation"), Description("A part of the publishing body's name.")] string? Organisation,
    [property: FromQuery(Name = "year"), Description("The fiscal year.")] string? Year,
    [property: FromQuery(Name = "genre"), Description("department-budget, unit-budget, final-accounts, three-public, report or other.")] string? Genre,
    [property: FromQuery(Name = "text"), Description("A part of the publishing body's name or of a path.")] string? Text,
    [property: FromQuery(Name = "lang"), Description("The language of error messages, zh or en.")] string? Lang,
    [property: FromQuery(Name = "after"), Description("What the page before gave as next.")] string? After,
    [property: FromQuery(Name = "limit"), Description("How many, 1 to 1000; 100 where nothing is said.")] string? Limit)
{
    private static readonly string[] Genres = ["department-budget", "unit-budget", "final-accounts", "three-public", "report", "other"];

    public DocumentFilter Filter(HttpRequest request)
    {
        Asked.Only(request, "status", "organisation", "year", "genre", "text", "lang", "after", "limit");
        if (Genre is { Length: > 0 } && !Genres.Contains(Genre))
        {
            throw Asked.Bad($"genre is '{Genre}'; it is one of {string.Join(", ", Genres)}.");
        }

        return new DocumentFilter(Asked.Word<MiningStatus>("status", Status), Organisation, Asked.Year(Year), string.IsNullOrEmpty(Genre) ? null : Genre, Text);
    }
}

/// <summary>Which discrepancies are asked for.</summary>
internal sealed record DiscrepancyQuery(
    [property: FromQuery(Name = "severity"), Description("The least severity: error, warning or note.")] string? Severity,
    [property: FromQuery(Name = "rule"), Description("The id of a rule, or its beginning with a hyphen at the end: N-.")] string? Rule,
    [property: FromQuery(Name = "verdict"), Description("The verdict, such as conflict.")] string? Verdict,
    [property: FromQuery(Name = "year"), Description("The fiscal year of the document.")] string? Year,
    [property: FromQuery(Name = "organisation"), Description("A part of the publishing body's name.")] string? Organisation,
    [property: FromQuery(Name = "document"), Description("The id of a document.")] string? Document,
    [property: FromQuery(Name = "state"), Description("open or decided.")] string? State,
    [property: FromQuery(Name = "after"), Description("What the page before gave as next.")] string? After,
    [property: FromQuery(Name = "limit"), Description("How many, 1 to 1000; 100 where nothing is said.")] string? Limit)
{
    public FindingFilter Filter(HttpRequest request)
    {
        Asked.Only(request, "severity", "rule", "verdict", "year", "organisation", "document", "state", "after", "limit");
        return new FindingFilter(
            Asked.Word<Severity>("severity", Severity),
            string.IsNullOrEmpty(Rule) ? null : Rule,
            Asked.Word<Verdict>("verdict", Verdict),
            Asked.Document(Document),
            Organisation: Organisation,
            FiscalYear: Asked.Year(Year),
            IsDecided: State switch
            {
                null or "" => null,
                "open" => false,
                "decided" => true,
                _ => throw Asked.Bad($"state is '{State}'; it is open or decided."),
            });
    }
}

/// <summary>Which facts are asked for.</summary>
internal sealed record FactQuery(
    [property: FromQuery(Name = "document"), Description("The id of a document.")] string? Document,
    [property: FromQuery(Name = "subject"), Description("The subject, whole: a code or the id of a named line.")] string? Subject,
    [property: FromQuery(Name = "year"), Description("The year that the number is about.")] string? Year,
    [property: FromQuery(Name = "organisation"), Description("A part of the publishing body's name.")] string? Organisation,
    [property: FromQuery(Name = "after"), Description("What the page before gave as next.")] string? After,
    [property: FromQuery(Name = "limit"), Description("How many, 1 to 1000; 100 where nothing is said.")] string? Limit)
{
    public FactFilter Filter(HttpRequest request)
    {
        Asked.Only(request, "document", "subject", "year", "organisation", "after", "limit");
        return new FactFilter(Asked.Document(Document), string.IsNullOrEmpty(Subject) ? null : Subject, Asked.Year(Year), Organisation);
    }
}
