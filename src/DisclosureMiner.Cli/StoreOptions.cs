using System.CommandLine;
using DisclosureMiner.Store;

namespace DisclosureMiner.Cli;

/// <summary>Where results lie: <c>--out</c> and <c>--db</c>, the same for all commands.</summary>
internal sealed class StoreOptions
{
    public const string DefaultOut = "disclosures";
    public const string DefaultDb = "disclosures.db";

    private readonly Option<string> _out;
    private readonly Option<string?> _db;
    private readonly Texts _texts;

    public StoreOptions(Command command, Texts texts)
    {
        _texts = texts;
        _out = new Option<string>("--out", "-o") { Description = texts.Out, HelpName = "DIR", DefaultValueFactory = _ => DefaultOut };
        _db = new Option<string?>("--db") { Description = texts.Db, HelpName = "FILE" };
        command.Add(_out);
        command.Add(_db);
    }

    /// <summary>The output folder, as given.</summary>
    public string Out(ParseResult parsed) => parsed.GetRequiredValue(_out);

    /// <summary>The database file, as given.</summary>
    /// <exception cref="UsageException">It is no file name.</exception>
    public string Db(ParseResult parsed)
    {
        string db = parsed.GetValue(_db) ?? Path.Combine(Out(parsed), DefaultDb);
        bool isConnection = db.Contains("://", StringComparison.Ordinal) || db.StartsWith("Host=", StringComparison.OrdinalIgnoreCase);
        return isConnection ? throw new UsageException(_texts.NoPostgres) : db;
    }

    /// <summary>Opens what an earlier run has written.</summary>
    public DisclosureStore OpenExisting(ParseResult parsed) => DisclosureStore.OpenExisting(Db(parsed));
}
