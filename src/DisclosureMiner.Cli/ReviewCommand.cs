using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary><c>review</c>: records what somebody decided about a discrepancy, or shows what was decided so far.</summary>
internal sealed class ReviewCommand
{
    private const int MostNamed = 10;

    private readonly Screen _screen;
    private readonly TimeProvider _clock;
    private readonly Command _command;
    private readonly Argument<string> _discrepancy;
    private readonly StoreOptions _places;
    private readonly Option<string?> _state;
    private readonly Option<string?> _because;
    private readonly Option<string?> _by;

    private ReviewCommand(Screen screen, TimeProvider clock)
    {
        Texts texts = screen.Texts;
        _screen = screen;
        _clock = clock;
        _discrepancy = new Argument<string>("discrepancy") { Description = texts.ReviewWhat };
        _command = new Command("review", texts.Review) { _discrepancy };
        _places = new StoreOptions(_command, texts);
        _state = new Option<string?>("--as") { Description = texts.ReviewAs, HelpName = "STATE" };
        _state.AcceptOnlyFromAmong([.. Words.All<DecisionState>()]);
        _because = new Option<string?>("--because") { Description = texts.ReviewBecause, HelpName = "REASON" };
        _by = new Option<string?>("--by") { Description = texts.ReviewBy, HelpName = "NAME" };
        _command.Add(_state);
        _command.Add(_because);
        _command.Add(_by);
        _command.SetAction(Run);
    }

    public static Command Build(Screen screen, TimeProvider clock) => new ReviewCommand(screen, clock)._command;

    private int Run(ParseResult parsed)
    {
        using DisclosureStore store = _places.OpenExisting(parsed);
        string id = Resolve(store, parsed.GetRequiredValue(_discrepancy));
        ImmutableArray<Finding> findings = [.. store.Findings(new FindingFilter(Id: id)).Where(finding => finding.Discrepancy.Id == id)];
        if (parsed.GetValue(_state) is { } state)
        {
            Decide(store, findings, id, Words.Read<DecisionState>(state), parsed);
        }
        else if (parsed.GetValue(_because) is not null || parsed.GetValue(_by) is not null)
        {
            throw new UsageException(_screen.Texts.ReviewNeedsState);
        }
        else
        {
            Show(store.Decisions(), findings, id);
        }

        return ExitCodes.Ok;
    }

    private string Resolve(DisclosureStore store, string beginning)
    {
        ImmutableArray<string> found = beginning.Length == 0 ? [] : store.DiscrepanciesLike(beginning);
        return found.Length switch
        {
            1 => found[0],
            0 => throw new UsageException(_screen.Texts.NoDiscrepancy(beginning)),
            _ => throw new UsageException(string.Join(
                '\n',
                found.Take(MostNamed).Select(id => "  " + id).Prepend(_screen.Texts.SeveralDiscrepancies(beginning, found.Length)))),
        };
    }

    private void Decide(DisclosureStore store, ImmutableArray<Finding> findings, string id, DecisionState state, ParseResult parsed)
    {
        string because = parsed.GetValue(_because)?.Trim() ?? "";
        string by = (parsed.GetValue(_by) ?? Environment.UserName).Trim();
        if (because.Length == 0)
        {
            throw new UsageException(_screen.Texts.ReviewNeedsReason);
        }

        if (by.Length == 0)
        {
            throw new UsageException(_screen.Texts.ReviewNeedsName);
        }

        if (findings.IsEmpty)
        {
            throw new UsageException(_screen.Texts.NoLongerFound(id));
        }

        // Versions of one document have one discrepancy with the values of each.
        foreach (string valuesHash in findings.Select(finding => finding.Discrepancy.ValuesHash).Distinct(StringComparer.Ordinal))
        {
            store.Decide(new Decision(id, valuesHash, state, by, _clock.GetUtcNow().UtcDateTime, because));
        }

        _screen.Out.WriteLine(_screen.Texts.Reviewed(id, _screen.Say(state.InWords())));
    }

    private void Show(Decisions decisions, ImmutableArray<Finding> findings, string id)
    {
        foreach (Finding finding in findings)
        {
            _screen.Out.WriteLine($"{finding.Path}  [{finding.Discrepancy.Rule}] {Lines.Flat(_screen.Say(finding.Discrepancy.Title))}");
            _screen.Out.WriteLine("  " + Lines.Flat(_screen.Say(finding.Discrepancy.Message)));
            _screen.Out.WriteLine($"  {_screen.Texts.SummaryStatus}: {ReviewText.Of(_screen, finding.Review)}");
        }

        if (findings.IsEmpty)
        {
            _screen.Out.WriteLine(_screen.Texts.NoLongerFound(id));
        }

        int number = 0;
        foreach (Decision decision in decisions.About(id))
        {
            string ordinal = (++number).ToString(CultureInfo.InvariantCulture);
            _screen.Out.WriteLine($"{ordinal}. {decision.WhenText}  {ReviewText.Of(_screen, decision)}");
        }
    }
}
