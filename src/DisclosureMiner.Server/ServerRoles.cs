namespace DisclosureMiner.Server;

/// <summary>What a server does; machines may share the work.</summary>
[Flags]
public enum ServerRoles
{
    /// <summary>Nothing; no server is started so.</summary>
    None = 0,

    /// <summary>Mines what waits, and watches folders.</summary>
    Worker = 1,

    /// <summary>Fetches what bodies publish.</summary>
    Crawler = 2,

    /// <summary>Answers over HTTP.</summary>
    Web = 4,

    /// <summary>All of it.</summary>
    All = Worker | Crawler | Web,
}
