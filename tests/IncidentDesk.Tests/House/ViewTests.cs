using System.Reflection;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.House;

/// <summary>What people look back at is folded by a view; every other table says here why it is not.</summary>
public sealed class ViewTests
{
    static readonly Dictionary<string, string> NoViews = new()
    {
        ["AssetLinkProjection"] = "each row says from which position to which it held",
        ["EvidenceProjection"] = "each row says from which position to which it held",
        ["CorrectionProjection"] = "a correction never changes; it is read up to a position",
        ["ApiTokenProjection"] = "who may ask is decided now",
        ["DueProjection"] = "what falls due is decided now",
        ["SavedSearchProjection"] = "a search is kept for its users of today; what was linked by it stands in the entry",
    };

    static readonly IReadOnlyList<Type> Projections = [.. typeof(IncidentDesk.Door.Desk).Assembly
        .GetTypes().Where(t => t.IsAssignableTo(typeof(IProjection)) && t is { IsAbstract: false })];

    static bool IsView(Type? type) =>
        type is not null && ((type.IsGenericType && type.GetGenericTypeDefinition() == typeof(View<>)) || IsView(type.BaseType));

    [Fact]
    public void Every_table_that_is_folded_from_the_record_is_a_view_or_says_why_not() => Rule.Holds(Projections, t =>
        IsView(t) != NoViews.ContainsKey(t.Name) ? null
            : $"{t.Name}: make it a View, so that it is read as it was at any moment, or say in NoViews why nobody looks back at it.");

    [Fact]
    public void Every_reason_belongs_to_a_table() => Rule.Holds(NoViews.Keys, name =>
        Projections.Any(t => t.Name == name) ? null : $"There is no {name} any more; take it out of NoViews.");

    /// <summary>Whoever forgets such an argument gets an answer from which something is missing, and no compiler tells.</summary>
    [Fact]
    public void No_query_leaves_something_out_for_an_argument_that_was_not_given() => Rule.Holds(
        from type in typeof(IncidentDesk.Door.Desk).Assembly.GetTypes()
        where type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.Name.EndsWith("Desk", StringComparison.Ordinal)
            || type.Name.EndsWith("Concerns", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        from parameter in method.GetParameters()
        select (type, method, parameter), x => x.parameter.HasDefaultValue
            && x.parameter.ParameterType != typeof(CancellationToken)
            && !Harmless.Contains($"{x.method.Name}.{x.parameter.Name}")
            ? $"{x.type.Name}.{x.method.Name}: require {x.parameter.Name}, "
                + "or say in Harmless that leaving it out leaves nothing out of the answer." : null);

    /// <summary>Leaving these out is asking for less work, or for all there is.</summary>
    static readonly HashSet<string> Harmless = ["Search.facets", "Do.terms"];
}
