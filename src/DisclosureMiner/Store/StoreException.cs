namespace DisclosureMiner.Store;

/// <summary>What is wrong with a store.</summary>
public enum StoreProblem
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>It may not be written: the file, its folder or the disk is read-only.</summary>
    Unwritable,

    /// <summary>It may not be opened: a folder stands in its place, or the permission is lacking.</summary>
    CannotOpen,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file is no store: damaged, or something else altogether.</summary>
    NotAStore,

    /// <summary>It was written by a newer version of the program.</summary>
    Newer,

    /// <summary>Its server does not answer, or ended the connection.</summary>
    Unreachable,

    /// <summary>The address is no connection string.</summary>
    BadAddress,

    /// <summary>Anything else that the database reports.</summary>
    Failed,
}

/// <summary>A store that cannot be used, with what is wrong and where.</summary>
public sealed class StoreException : Exception
{
    /// <param name="problem">What is wrong.</param>
    /// <param name="file">The database file as given, or the server and database.</param>
    /// <param name="cause">What the database said, if it was that.</param>
    public StoreException(StoreProblem problem, string file, Exception? cause = null)
        : base($"The store '{file}' cannot be used ({problem}){(cause is null ? "." : ": " + cause.Message)}", cause)
    {
        Problem = problem;
        File = file;
    }

    /// <summary>What is wrong.</summary>
    public StoreProblem Problem { get; }

    /// <summary>The database file as given, or the server and database.</summary>
    public string File { get; }
}
