using System.Reflection;
using PublicApiGenerator;

namespace DisclosureMiner.Tests;

/// <summary>What the library offers to others changes only on purpose, and the change is read as a diff.</summary>
public sealed class PublicApiTests
{
    private const string Switch = "DISCLOSUREMINER_APPROVE";

    private const int Shown = 40;

    private static readonly ApiGeneratorOptions Options = new()
    {
        // Versions and build settings are not part of what is offered.
        IncludeAssemblyAttributes = false,
    };

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var approved = Path.Combine(TestPaths.TestProject, "PublicApi.approved.txt");
        var actual = Assembly.Load("DisclosureMiner").GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";

        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(approved, actual);
        }

        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual != expected)
        {
            Assert.Fail(
                "The library's public surface is no longer the one in PublicApi.approved.txt. If that is intended, run "
                + $"`{Switch}=1 dotnet test -c Release` and commit the changed file.\n{Changes(expected, actual)}");
        }
    }

    [Fact]
    public void A_changed_surface_is_told_line_by_line()
        => Changes("class Kept\nint Gone()\n", "class Kept\nint Came()\n").ShouldBe("- int Gone()\n+ int Came()");

    private static string Changes(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        var changes = before.Except(after).Select(line => $"- {line.Trim()}")
            .Concat(after.Except(before).Select(line => $"+ {line.Trim()}"))
            .ToList();
        return changes.Count <= Shown
            ? string.Join('\n', changes)
            : string.Join('\n', changes.Take(Shown)) + $"\n... and {changes.Count - Shown} more lines";
    }
}
