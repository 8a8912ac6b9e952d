using DisclosureMiner.Checks.Across;
using DisclosureMiner.Documents;

namespace DisclosureMiner.Checks.Registers;

/// <summary>Tells by a printed name which body of a register is meant.</summary>
internal sealed class RegisterNames
{
    // A document may leave out the place before a name, or the register; both end alike.
    private const int Ending = 4;

    private readonly Register _register;
    private readonly BodyNames _names;
    private readonly ILookup<string, Named> _byName;
    private readonly ILookup<string, Named> _byPlace;
    private readonly ILookup<string, Named> _byEnding;

    public RegisterNames(Register register, BodyNames names)
    {
        _register = register;
        _names = names;
        Named[] all = [.. register.Bodies.SelectMany(NamesOf)];
        _byName = all.ToLookup(named => named.Core, StringComparer.Ordinal);
        _byPlace = all.Where(named => register.RegionOf(named.Body) is not null)
            .ToLookup(named => Folding.Label(register.RegionOf(named.Body)!) + named.Core, StringComparer.Ordinal);
        _byEnding = all.Where(named => named.Body.Parent is not null).ToLookup(named => End(named.Core), StringComparer.Ordinal);
    }

    public RegisterMatch Match(string organisation, int? year, bool? isUnit)
    {
        string printed = Folding.Label(organisation), core = _names.Core(printed);
        if (core.Length == 0)
        {
            return new RegisterMatch([]);
        }

        Named[] found = [.. _byName[core]];
        found = found.Length > 0 ? found : [.. _byPlace[core]];
        found = found.Length > 0 ? found : [.. _byEnding[End(core)].Where(named => IsInPlace(core, named))];

        // A name that was given up is only taken for a later year where nobody else may be meant.
        Named[] valid = [.. found.Where(named => year is not { } y || (named.Body.ExistsIn(y) && !(y > named.Until?.Year)))];
        found = valid.Length > 0 ? valid : found;
        found = Narrowed(found, (isUnit ?? (core.Length < printed.Length ? true : null)) switch
        {
            true => named => named.Body.Kind == BodyKind.Unit,
            false => named => named.Body.Kind == BodyKind.Department,
            null => named => named.Printed == printed,
        });
        return new RegisterMatch([.. found.Select(named => named.Body).Distinct().OrderBy(body => body.Code, StringComparer.Ordinal)]);
    }

    /// <summary>Whether a department means this unit by a name in its list.</summary>
    public bool Means(string listed, RegisterBody department, RegisterBody unit)
    {
        string core = _names.Core(listed), above = CoreOf(department);
        return (_names.IsItself(listed) && _names.Means(listed, above, above) && CoreOf(unit) == above)
            || NamesOf(unit).Any(named => named.Core == core || _names.Means(listed, above, named.Core)
                || (_register.RegionOf(unit) is { } region && (Folding.Label(region) + named.Core == core || Folding.Label(region) + core == named.Core)));
    }

    /// <summary>Whether a unit is the department without its units.</summary>
    public bool IsOwnLevel(RegisterBody unit, RegisterBody department) => unit.Kind == BodyKind.Unit && CoreOf(unit) == CoreOf(department);

    private bool IsInPlace(string core, Named named) => _register.ParentOf(named.Body) is { } parent
        && (core.Length > named.Core.Length ? _names.Means(named.Core, CoreOf(parent), core) : _names.Means(core, CoreOf(parent), named.Core));

    private static Named[] Narrowed(Named[] found, Func<Named, bool> isMeant)
    {
        Named[] meant = found.Length > 1 ? [.. found.Where(isMeant)] : [];
        return meant.Length > 0 ? meant : found;
    }

    private IEnumerable<Named> NamesOf(RegisterBody body) => body.Aliases.Prepend(body.Name).Select(name => NamedOf(body, name, null))
        .Concat(body.FormerNames.Select(former => NamedOf(body, former.Name, former.Until)));

    private Named NamedOf(RegisterBody body, string name, DateOnly? until) => new(Folding.Label(name), CoreOf(name), body, until);

    private string CoreOf(RegisterBody body) => CoreOf(body.Name);

    private string CoreOf(string name) => _names.Core(Folding.Label(name));

    private static string End(string name) => name.Length <= Ending ? name : name[^Ending..];

    private sealed record Named(string Printed, string Core, RegisterBody Body, DateOnly? Until);
}
