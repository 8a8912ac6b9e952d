namespace DisclosureMiner.Checks;

/// <summary>A small document in which a rule holds, and what breaks it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Text">The document, as plain text.</param>
/// <param name="Holds">The words of the document by which the rule holds; they occur once.</param>
/// <param name="Breaks">What stands in their place in the document that breaks it.</param>
/// <param name="Source">File and place of the pipeline, for messages.</param>
public sealed record RuleExample(string Rule, string Text, string Holds, string Breaks, string Source)
{
    /// <summary>The document that breaks the rule.</summary>
    public string BrokenText => Text.Replace(Holds, Breaks, StringComparison.Ordinal);
}
