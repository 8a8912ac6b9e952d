namespace DisclosureMiner.Tests.Hostile;

/// <summary>A file that is damaged, or made to harm whoever reads it.</summary>
/// <param name="Name">What it is called in a folder.</param>
/// <param name="Build">Writes its bytes.</param>
/// <param name="Expected">The status it ends with, or the code of its error.</param>
internal sealed record HostileFile(string Name, Func<byte[]> Build, string Expected)
{
    public override string ToString() => Name;
}
