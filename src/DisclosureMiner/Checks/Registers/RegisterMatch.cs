using System.Collections.Immutable;

namespace DisclosureMiner.Checks.Registers;

/// <summary>The bodies of a register that a printed name may mean.</summary>
/// <param name="Candidates">In order of their codes; none when the register has no such name, several when nothing tells them apart.</param>
public sealed record RegisterMatch(ImmutableArray<RegisterBody> Candidates)
{
    /// <summary>The one that is meant; null when there is none, or more than one.</summary>
    public RegisterBody? Body => Candidates.Length == 1 ? Candidates[0] : null;

    /// <summary>Whether several may be meant. None of them is taken.</summary>
    public bool IsAmbiguous => Candidates.Length > 1;
}
