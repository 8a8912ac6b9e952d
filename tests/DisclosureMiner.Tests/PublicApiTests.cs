using System.Reflection;
using PublicApiGenerator;

namespace DisclosureMiner.Tests;

/// <summary>What the library offers to others changes only on purpose, and the change is read as a diff.</summary>
public sealed class PublicApiTests
{
    private const string Switch = "DISCLOSUREMINER_APPROVE";

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
        actual.ShouldBe(
            expected,
            $"The library's public surface is no longer what PublicApi.approved.txt says. If that is intended, run "
            + $"`{Switch}=1 dotnet test -c Release` and commit the changed file.");
    }
}
