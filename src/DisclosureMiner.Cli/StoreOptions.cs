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

    public StoreOptions(Command command, Texts texts)
    {
        _out = new Option<string>("--out", "-o") { Description = texts.Out, HelpName = "DIR", DefaultValueFactory = _ => DefaultOut };
        _db = new Option<string?>("--db") { Description = texts.Db, HelpName = "FILE|CONNECTION" };
        command.Add(_out);
        command.Add(_db);
    }

    /// <summary>The output folder, as given.</summary>
    public string Out(ParseResult parsed) => parsed.GetRequiredValue(_out);

    /// <summary>The database, as given: a SQLite file, or a connection string of PostgreSQL.</summary>
    public string Db(ParseResult parsed) => parsed.GetValue(_db) ?? Path.Combine(Out(parsed), DefaultDb);

    /// <summary>Opens what an earlier run has written.</summary>
    public DisclosureStore OpenExisting(ParseResult parsed) => DisclosureStore.OpenExisting(Db(parsed));
}
