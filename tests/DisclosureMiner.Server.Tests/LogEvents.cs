using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests;

/// <summary>What a server in this process logs, to be waited for.</summary>
internal sealed class LogEvents : ILoggerProvider
{
    private readonly ConcurrentDictionary<int, Channel<string>> _events = new();

    /// <summary>Waits for the next entry of that number that was not waited for before, and says what it says.</summary>
    public async Task<string> Next(int number, string part = "")
    {
        await foreach (string text in Of(number).Reader.ReadAllAsync())
        {
            if (text.Contains(part, StringComparison.Ordinal))
            {
                return text;
            }
        }

        throw new InvalidOperationException("The log has ended.");
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
        foreach (Channel<string> channel in _events.Values)
        {
            channel.Writer.TryComplete();
        }
    }

    private Channel<string> Of(int number) => _events.GetOrAdd(number, _ => Channel.CreateUnbounded<string>());

    private sealed class Writer(LogEvents events) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            events.Of(eventId.Id).Writer.TryWrite(formatter(state, exception));
    }
}
