// Made-up rooms, written to break the order Left, Middle, Right in every way that C# can hide a dependency.
// ArchitectureTests lists what must be found; what is not listed must not be.
#pragma warning disable CS0649, IDE0051, IDE0060 // Read as compiled code only; nobody calls them.

namespace DisclosureMiner.Tests.RoomSamples.Right
{
    internal sealed class Target
    {
        public const int Number = 1;

        public static int Count() => 1;
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class TargetAttribute : Attribute;

    internal sealed class UsesLeft
    {
        public Left.Innocent Field = new();
    }

    internal sealed class UsesConductor
    {
        public Conductor.Baton? Field;
    }
}

namespace DisclosureMiner.Tests.RoomSamples.Middle
{
    internal sealed class Target;

    internal sealed class UsesLeft
    {
        public Left.Innocent Field = new();
    }
}

namespace DisclosureMiner.Tests.RoomSamples.Conductor
{
    internal sealed class Baton
    {
        public Left.Innocent Field = new();

        public Right.Target Other = new();
    }
}

// Begins like the room Right, and like the room Left, and is neither.
namespace DisclosureMiner.Tests.RoomSamples.RightOfWay
{
    internal sealed class Target;
}

namespace DisclosureMiner.Tests.RoomSamples.LeftLuggage
{
    internal sealed class NotInARoom
    {
        public Right.Target Field = new();
    }
}

namespace DisclosureMiner.Tests.RoomSamples.Left.Inside
{
    internal sealed class OfASubfolder
    {
        public Right.Target Field = new();
    }
}

namespace DisclosureMiner.Tests.RoomSamples.Left
{
    internal sealed class Innocent
    {
        public string Field = nameof(Right.Target);
    }

    internal sealed class UsesANeighbourOfSimilarName
    {
        public RightOfWay.Target Field = new();
    }

    internal sealed class UsesInSignature
    {
        public static void Take(Middle.Target target)
        {
        }
    }

    internal sealed class UsesInMethodBody
    {
        public static int Take() => Right.Target.Count();
    }

    internal sealed class UsesInTypeTest
    {
        public static bool Take(object value) => value is Right.Target;
    }

    internal sealed class UsesInGenericArgument
    {
        public List<List<Right.Target>>? Field;
    }

    [Right.Target]
    internal sealed class UsesInAttribute;

    internal sealed class UsesInLambda
    {
        public static Func<int, int> Take(int outer) => value => value + outer + Right.Target.Count();
    }

    internal sealed class UsesInIterator
    {
        public static IEnumerable<int> Take()
        {
            yield return Right.Target.Count();
        }
    }

    internal sealed class UsesInAsyncMethod
    {
        public static async Task<int> Take()
        {
            await Task.Yield();
            return Right.Target.Count();
        }
    }

    internal sealed class UsesInNestedType
    {
        internal sealed class Nested
        {
            public static int Take() => Right.Target.Count();
        }
    }
}
