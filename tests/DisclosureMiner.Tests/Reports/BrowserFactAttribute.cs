namespace DisclosureMiner.Tests.Reports;

/// <summary>A test in a real browser; skipped, and says so, where none is installed, except in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Program is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "needs chromium, which is not installed";
        }
    }
}
