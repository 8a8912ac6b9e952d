using System.Reflection;
using Mono.Cecil;
using NetArchTest.Rules;

namespace DisclosureMiner.Tests;

/// <summary>
/// The direction in which data may flow. A room is a namespace directly below <c>Root</c>, with all below it; it may
/// use the rooms before it in the list and none after it. The conductor may use every room, and none may use it.
/// </summary>
internal sealed record RoomOrder(string Root, IReadOnlyList<string> Rooms, string Conductor)
{
    /// <summary>One line for each type that uses a room it must not, as "type uses room"; read from the compiled code.</summary>
    public IReadOnlyList<string> ViolationsIn(Assembly assembly)
    {
        var violations = new List<string>();
        for (var i = 0; i < Rooms.Count; i++)
        {
            foreach (var forbidden in Rooms.Skip(i + 1).Append(Conductor))
            {
                var users = Types.InAssembly(assembly)
                    .That().MeetCustomRule(new InRoom($"{Root}.{Rooms[i]}"))
                    .And().HaveDependencyOnAny($"{Root}.{forbidden}")
                    .GetTypes();
                violations.AddRange(users.Select(type => $"{type.FullName} uses {forbidden}"));
            }
        }

        violations.Sort(StringComparer.Ordinal);
        return violations;
    }

    /// <summary>
    /// NetArchTest's own namespace filters pass over nested types, whose namespace in metadata is empty, and take a
    /// room FactsOfLife for a part of Facts.
    /// </summary>
    private sealed class InRoom(string room) : ICustomRule
    {
        public bool MeetsRule(TypeDefinition type)
        {
            while (type.DeclaringType is not null)
            {
                type = type.DeclaringType;
            }

            return type.Namespace == room || type.Namespace.StartsWith(room + ".", StringComparison.Ordinal);
        }
    }
}
