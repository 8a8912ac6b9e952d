using System.Collections.Immutable;

namespace DisclosureMiner.Server;

/// <summary>What a server was told: by the command line, else the environment, else <c>appsettings.json</c>, else by default.</summary>
public sealed record ServerOptions
{
    /// <summary>The address where nothing else was said: nobody but this machine reaches it.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The largest file that may be uploaded where nothing else was said, in bytes: 512 MB.</summary>
    public const long DefaultMaxUpload = 512L << 20;

    /// <summary>How many documents may wait where nothing else was said.</summary>
    public const int DefaultMaxBacklog = 100_000;

    /// <summary>How many documents are reported on where nothing else was said.</summary>
    public const int DefaultMostReported = 5_000;

    /// <summary>The folder of the database, the original bytes and the reports; absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The connection string of PostgreSQL; null for a SQLite file in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>What this machine does.</summary>
    public ServerRoles Roles { get; init; } = ServerRoles.All;

    /// <summary>How many documents are mined at a time, at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Folders in which new files are mined; absolute.</summary>
    public ImmutableArray<string> Watched { get; init; } = [];

    /// <summary>What a caller must know; null when only this machine is answered.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The addresses that are listened at.</summary>
    public ImmutableArray<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>The largest file that may be uploaded, in bytes.</summary>
    public long MaxUpload { get; init; } = DefaultMaxUpload;

    /// <summary>When so many documents wait, no more are taken and the server is not ready.</summary>
    public int MaxBacklog { get; init; } = DefaultMaxBacklog;

    /// <summary>For how long work is held unless that is renewed: when a process dies, others take its work after so long.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often folders and what is owed are looked at.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long finished work and captures that belong to no document are kept.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The folder with <c>sources/*.yaml</c>; null for the one beside the program.</summary>
    public string? Pipelines { get; init; }

    /// <summary>How long a stop waits for what is under way.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Reports are written for as many documents as that; of more, the API tells.</summary>
    public int MostReported { get; init; } = DefaultMostReported;

    /// <summary>Where the store is: a file in the data folder, or the connection string.</summary>
    public string Store => Postgres ?? Path.Combine(DataFolder, "disclosures.db");

    /// <summary>Where the register of bodies is, if there is one.</summary>
    public string Register => Path.Combine(DataFolder, "register.csv");

    /// <summary>Where the original bytes are kept.</summary>
    public string Blobs => Path.Combine(DataFolder, "blobs");

    /// <summary>Where the latest report is.</summary>
    public string Reports => Path.Combine(DataFolder, "reports");

    /// <summary>Whether a role is among those of this machine.</summary>
    public bool Has(ServerRoles role) => (Roles & role) != 0;

    /// <summary>The options without what is secret, for a log.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"data {DataFolder}, store {(Postgres is null ? "SQLite" : "PostgreSQL")}, roles {Roles}, jobs {Jobs}, {(ApiKey is null ? "this machine only" : "with a key")}");
}
