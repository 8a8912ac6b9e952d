namespace DisclosureMiner.Cli;

/// <summary>What the command ends with. When several apply, the order is 130, 2, 3, 1.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing at or above <c>--fail-on</c>.</summary>
    public const int Ok = 0;

    /// <summary>A discrepancy at or above <c>--fail-on</c>, or a measure of <c>score</c> that is not as good as was asked.</summary>
    public const int Found = 1;

    /// <summary>Bad usage, configuration or place to write to.</summary>
    public const int Usage = 2;

    /// <summary>Some files failed.</summary>
    public const int Failed = 3;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
