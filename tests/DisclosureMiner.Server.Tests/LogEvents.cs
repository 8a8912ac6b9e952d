using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DisclosureMiner.Server.Tests;

/// <summary>What a server in this process logs, to be waited for.</summary>
internal sealed class LogEvents : ILoggerProvider
{
    private readonly Channel<(int Number, string Text)> _events = Channel.CreateUnbounded<(int, string)>();

    /// <summary>Waits for the next entry of that number, and says what it says.</summary>
    public async Task<string> Next(int number, Func<string, bool>? fits = null)
    {
        await foreach ((int next, string text) in _events.Reader.ReadAllAsync())
        {
            if (next == number && fits?.Invoke(text) != false)
            {
                return text;
            }
        }

        throw new InvalidOperationException("The log has ended.");
    }

    public ILogger CreateLogger(string categoryName) => new Writer(_events.Writer);

    public void Dispose() => _events.Writer.TryComplete();

    private sealed class Writer(ChannelWriter<(int Number, string Text)> events) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            events.TryWrite((eventId.Id, formatter(state, exception)));
    }
}
