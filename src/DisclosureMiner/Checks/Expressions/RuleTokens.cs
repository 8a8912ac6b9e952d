using System.Diagnostics.CodeAnalysis;

namespace DisclosureMiner.Checks.Expressions;

/// <summary>The words and signs of an expression, one in sight at a time.</summary>
internal sealed class RuleTokens(string text)
{
    private const string Signs = "[](),:;=+-?.|#";

    private int _at;

    /// <summary>Where the token in sight begins.</summary>
    public int Position
    {
        get
        {
            Skip();
            return _at;
        }
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => Position == text.Length;

    /// <summary>A place to <see cref="Return"/> to.</summary>
    public int Mark => _at;

    /// <summary>Goes back to a place.</summary>
    public void Return(int mark) => _at = mark;

    /// <summary>Takes the token in sight if it is this one.</summary>
    public bool Accept(string token)
    {
        if (Peek() != token)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    /// <summary>Takes the token in sight if it is one of the words.</summary>
    public bool AcceptOne<T>(IReadOnlyDictionary<string, T> words, [MaybeNullWhen(false)] out T meaning)
    {
        string token = Peek();
        if (!words.TryGetValue(token, out meaning))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    /// <summary>Takes the token in sight, which must be this one.</summary>
    public void Expect(string token)
    {
        if (!Accept(token))
        {
            throw Expected($"'{token}'");
        }
    }

    /// <summary>Makes sure that nothing is left.</summary>
    public void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Expected("the end or ';'");
        }
    }

    /// <summary>Takes a name or code.</summary>
    public string Name(string what)
    {
        string token = Peek();
        if (token.Length == 0 || !char.IsAsciiLetterOrDigit(token[0]))
        {
            throw Expected(what);
        }

        _at += token.Length;
        return token;
    }

    /// <summary>The complaint that something else was expected here.</summary>
    public RuleSyntaxException Expected(string what)
    {
        string token = Peek();
        return new RuleSyntaxException(Position, $"expected {what}, found {(token.Length == 0 ? "the end" : $"'{token}'")}");
    }

    private string Peek()
    {
        Skip();
        if (_at == text.Length)
        {
            return "";
        }

        if (text.AsSpan(_at).StartsWith("<=", StringComparison.Ordinal))
        {
            return "<=";
        }

        int end = _at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '-' && end > _at)))
        {
            end++;
        }

        return end > _at ? text[_at..end]
            : Signs.Contains(text[_at], StringComparison.Ordinal) ? text.Substring(_at, 1)
            : throw new RuleSyntaxException(_at, $"'{text[_at]}' has no meaning here");
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}
