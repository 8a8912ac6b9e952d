using System.Collections.Immutable;
using DisclosureMiner.Checks.Across;
using DisclosureMiner.Checks.Registers;
using DisclosureMiner.Store;

namespace DisclosureMiner.Pipelines;

/// <summary>
/// What a register says about the bodies of documents. A document whose body it does not have, or that may mean several, is taken by its printed
/// name, as all are without a register.
/// </summary>
internal sealed class RegisteredBodies
{
    private readonly Register? _register;
    private readonly Dictionary<string, RegisterBody> _bodies = new(StringComparer.Ordinal);

    public RegisteredBodies(Register? register, ImmutableArray<ProfiledDocument> documents)
    {
        _register = register;
        if (register is null)
        {
            return;
        }

        foreach (ProfiledDocument document in documents)
        {
            if (register.Match(document.Profile.Body, document.Profile.Year, document.Profile.IsUnit).Body is { } body)
            {
                _bodies[document.Id] = body;
            }
        }
    }

    /// <summary>Stands for a body of the register; no printed name is like it.</summary>
    public static string NameOf(RegisterBody body) => "#" + body.Code;

    /// <summary>What the body of a document is known by.</summary>
    public string NameOf(ProfiledDocument document) => BodyOf(document) is { } body ? NameOf(body) : document.Profile.Body;

    /// <summary>Whether the document is about a single unit: a unit that calls its budget 部门预算 still has no units.</summary>
    public bool IsUnit(ProfiledDocument document) => document.Profile.IsUnit || BodyOf(document) is { Kind: BodyKind.Unit };

    /// <summary>The units that the register has below a department, the department without its units first.</summary>
    public IEnumerable<RegisterBody> UnitsOf(ProfiledDocument document)
    {
        if (_register is null || IsUnit(document) || BodyOf(document) is not { } department)
        {
            return [];
        }

        RegisterBody[] units = [.. _register.UnitsOf(department, document.Profile.Year)];
        return units.Length == 0 || _register.OwnLevelOf(department, document.Profile.Year) is not null ? units : units.Prepend(department);
    }

    /// <summary>The unit that a department lists by this name, or null.</summary>
    public RegisterBody? UnitNamed(string listed, ProfiledDocument document) =>
        BodyOf(document) is { Kind: BodyKind.Department } department ? _register!.UnitNamed(listed, department, document.Profile.Year) : null;

    /// <summary>Whether the register leaves it possible that a document is that of one of the department's units.</summary>
    public bool MayBeBelow(ProfiledDocument unit, ProfiledDocument department) => _register is null || BodyOf(unit) is not { } body
        || BodyOf(department) is not { } above || _register.Upward(body).Contains(above) || _register.ParentOf(body) is null;

    /// <summary>Whether the bodies of two documents are one, or one is above the other.</summary>
    public bool AreRelated(ProfiledDocument one, ProfiledDocument other) =>
        BodyOf(one) is { } body && BodyOf(other) is { } another && _register!.AreRelated(body, another);

    /// <summary>What is to be said of a unit when it has no document.</summary>
    public string Absence(RegisterBody? unit, ProfiledDocument department)
    {
        // A department whose own level has no row of its own: what is expected of the department is not its.
        if (_register is null || unit is not { Kind: BodyKind.Unit })
        {
            return _register is null ? UnitPartner.Unknown : "not-in-register";
        }

        int year = department.Profile.Year;
        bool isFinal = department.Profile.Family is "final-accounts" or "three-public-final";
        return (isFinal ? unit.FinalDueFor(year) : unit.BudgetDueFor(year)) is null ? "not-expected" : "not-held";
    }

    private RegisterBody? BodyOf(ProfiledDocument document) => _bodies.GetValueOrDefault(document.Id);
}
