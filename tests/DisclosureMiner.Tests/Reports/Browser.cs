using System.Diagnostics;

namespace DisclosureMiner.Tests.Reports;

/// <summary>A real browser without a window, for what only a browser can tell of a page.</summary>
internal static class Browser
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The browser's program, or null where none is installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The document of a page after its scripts have run.</summary>
    public static string Dom(string html, string fragment = "")
    {
        string folder = Directory.CreateTempSubdirectory("disclosureminer-browser-").FullName;
        try
        {
            string page = Path.Combine(folder, "report.html");
            File.WriteAllText(page, html);
            var start = new ProcessStartInfo(Program ?? throw new FileNotFoundException("No chromium is installed."))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (string argument in new[]
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(folder, "profile")}", "--dump-dom",
                new Uri(page).AbsoluteUri + fragment,
            })
            {
                start.ArgumentList.Add(argument);
            }

            using Process browser = Process.Start(start)!;
            Task<string> dom = browser.StandardOutput.ReadToEndAsync();
            Task<string> complaints = browser.StandardError.ReadToEndAsync();
            if (!browser.WaitForExit(Longest))
            {
                browser.Kill(entireProcessTree: true);
                Assert.Fail("The browser did not finish: " + complaints.Result);
            }

            return dom.Result;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
