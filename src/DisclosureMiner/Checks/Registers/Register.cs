using System.Collections.Immutable;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Registers;

/// <summary>The bodies that publish, what they are and were called, which is above which, and what is expected of each and when.</summary>
public sealed class Register
{
    private readonly Dictionary<string, RegisterBody> _byCode;
    private readonly ILookup<string, RegisterBody> _below;
    private readonly RegisterNames _names;

    private Register(ImmutableArray<RegisterBody> bodies, BodyNames names)
    {
        Bodies = [.. bodies.OrderBy(body => body.Code, StringComparer.Ordinal)];
        _byCode = Bodies.ToDictionary(body => body.Code, StringComparer.Ordinal);
        _below = Bodies.Where(body => body.Parent is not null).ToLookup(body => body.Parent!, StringComparer.Ordinal);
        _names = new RegisterNames(this, names);
    }

    /// <summary>All bodies, in order of their codes.</summary>
    public ImmutableArray<RegisterBody> Bodies { get; }

    /// <summary>Reads a register.</summary>
    /// <param name="text">CSV, the first line naming the columns.</param>
    /// <param name="file">What to call it in messages.</param>
    /// <param name="words">How names are folded.</param>
    /// <exception cref="RegisterException">Something in it is wrong; it says all that is.</exception>
    public static Register Parse(string text, string file, Vocabulary words)
    {
        var names = new BodyNames(words);
        (ImmutableArray<(int Line, RegisterBody Body)> rows, ImmutableArray<RegisterProblem> problems) = RegisterText.Read(text);
        problems = [.. problems.Concat(new RegisterTies(rows, names).Check(areAll: problems.IsEmpty)).OrderBy(problem => problem.Line)];
        return problems.IsEmpty ? new Register([.. rows.Select(row => row.Body)], names) : throw new RegisterException(file, problems);
    }

    /// <summary>The body with that code, or null.</summary>
    public RegisterBody? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The body above, or null.</summary>
    public RegisterBody? ParentOf(RegisterBody body) => body.Parent is { } code ? Find(code) : null;

    /// <summary>The region of a body: its own, else that of the nearest body above that has one.</summary>
    public string? RegionOf(RegisterBody body) => Upward(body).Select(each => each.Region).FirstOrDefault(region => region is not null);

    /// <summary>The body that a document means by a name.</summary>
    /// <param name="organisation">As printed.</param>
    /// <param name="year">The fiscal year of the document; null when it is not known.</param>
    /// <param name="isUnit">Whether the document is about a single unit; null when it is not known.</param>
    public RegisterMatch Match(string organisation, int? year = null, bool? isUnit = null) => _names.Match(organisation, year, isUnit);

    /// <summary>The units that a department consists of in a year, as far as the register has them, those of its units included.</summary>
    internal IEnumerable<RegisterBody> UnitsOf(RegisterBody department, int year) => _below[department.Code]
        .Where(body => body.Kind == BodyKind.Unit && body.ExistsIn(year))
        .SelectMany(unit => UnitsOf(unit, year).Prepend(unit));

    /// <summary>The unit that is a department without its units; null when the register has none.</summary>
    internal RegisterBody? OwnLevelOf(RegisterBody department, int year) =>
        UnitsOf(department, year).FirstOrDefault(unit => _names.IsOwnLevel(unit, department));

    /// <summary>
    /// The unit of a department that it lists by this name, the department itself where its own level is meant and has no row; null when there is
    /// none, or more than one.
    /// </summary>
    /// <param name="listed">As listed, folded.</param>
    /// <param name="department">The department.</param>
    /// <param name="year">In which year.</param>
    internal RegisterBody? UnitNamed(string listed, RegisterBody department, int year)
    {
        IEnumerable<RegisterBody> units = UnitsOf(department, year);
        RegisterBody[] meant =
        [
            .. (OwnLevelOf(department, year) is null ? units.Prepend(department) : units).Where(unit => _names.Means(listed, department, unit)),
        ];
        return meant.Length == 1 ? meant[0] : null;
    }

    /// <summary>Whether one body is the other, or stands above it.</summary>
    internal bool AreRelated(RegisterBody one, RegisterBody other) => Upward(one).Contains(other) || Upward(other).Contains(one);

    /// <summary>The body, and those above it.</summary>
    internal IEnumerable<RegisterBody> Upward(RegisterBody body)
    {
        for (RegisterBody? each = body; each is not null; each = ParentOf(each))
        {
            yield return each;
        }
    }
}
