namespace DisclosureMiner.Cli;

/// <summary>How grave something is that a look at a set-up has found.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and will not for ever, or not as well as it could.</summary>
    Warn,

    /// <summary>It does not work.</summary>
    Wrong,
}

/// <summary>What a look at one part of a set-up has found.</summary>
/// <param name="Health">How it stands.</param>
/// <param name="Part">What was looked at: a word that stays the same in all languages.</param>
/// <param name="Message">What was found and, where it is not well, what to do.</param>
internal sealed record Diagnosis(Health Health, string Part, string Message)
{
    public static Diagnosis Ok(string part, string message) => new(Health.Ok, part, message);

    public static Diagnosis Warn(string part, string message) => new(Health.Warn, part, message);

    public static Diagnosis Wrong(string part, string message) => new(Health.Wrong, part, message);
}
