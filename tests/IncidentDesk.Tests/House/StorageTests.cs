using System.Data.Common;
using System.Reflection;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentDesk.Tests.House;

/// <summary>Only the store writes, and what belongs to an incident is hidden where the incident is hidden.</summary>
public sealed class StorageTests
{
    /// <summary>Types outside the store that may speak SQL or save by themselves, each with its reason.</summary>
    static readonly Dictionary<string, string> BulkPaths = new()
    {
        ["Callers"] = "who calls is asked at every command, by one prepared question",
        ["TokenQueries"] = "who stands behind a token is asked at every call of a machine",
        ["IncidentNumbers"] = "the next number is asked at every declaration",
        ["Idempotency`2"] = "keeps the answer beside what the command did, in its transaction",
        ["TakeDueHandler"] = "a lease says who is at work, which is no part of the record",
        ["NoteAsksHandler"] = "several nodes add to the same counts, which are measured and no part of the record",
        ["ImportLog"] = "how far an import is stands beside the rows of its batch, in its transaction",
        ["KnownAssets"] = "finds 20,000 keys and their names in one question each",
        ["AssetRows"] = "writes batches of up to 20,000 assets, of a million in all",
        ["AssetBatch"] = "what was merged follows in one statement",
        ["EdgeBatch"] = "writes batches of up to 20,000 edges, of ten million in all",
        ["Retirement"] = "marks thousands of assets as gone at once",
        ["RetireUnnamedHandler"] = "marks thousands of edges as gone at once",
        ["CatalogueFeed"] = "the catalogue is source data; what changed in it is noted beside the rows",
        ["ReportSightingHandler"] = "several nodes add to the same count, which is no part of the record",
        ["ChosenAssets"] = "reads the 45,000 keys that a pattern or a list comes to",
        ["NamedAssets"] = "looks up a list of 200,000 names, whatever system they are from, in two questions",
        ["NameReading"] = "reads a million names into memory within two seconds",
        ["AssetLinkProjection"] = "one statement an event, however many links it makes or ends",
        ["LinkQueries"] = "counts 45,000 links by label, which lie in JSON",
        ["LineageReading"] = "reads ten million edges into memory within two seconds",
        ["LineageFollowing"] = "looks up the rows behind thousands of changed edges",
        ["KeepSecurityEventsHandler"] = "security events are deleted after a while; they are no part of the record",
        ["AccountFile"] = "credentials are overwritten and forgotten, never recorded",
    };

    /// <summary>Tables with an incident in them that have no filter, each with its reason.</summary>
    static readonly Dictionary<Type, string> Unfiltered = [];

    [Fact]
    public void Only_the_store_and_the_named_bulk_paths_speak_sql_or_save() => Rule.Holds(Calling(SpeaksSql), type =>
        IsStore(type) || BulkPaths.ContainsKey(type.Name) ? null
            : $"{type.FullName} speaks SQL or saves by itself. Append through the recorder; if 45,000 rows force it, say so in BulkPaths.");

    [Fact]
    public void Rows_are_added_changed_and_removed_past_tracking_by_projections_only() => Rule.Holds(Calling(WritesInBulk), type =>
        IsStore(type) || BulkPaths.ContainsKey(type.Name) || type.IsAssignableTo(typeof(IProjection))
            ? null : $"{type.FullName} adds, changes or removes rows past change tracking and is no projection.");

    [Fact]
    public void Every_exception_is_still_needed() => Rule.Holds(BulkPaths.Keys, name =>
        Calling(m => SpeaksSql(m) || WritesInBulk(m)).Any(t => t.Name == name)
            ? null : $"{name} is gone, or needs no exception any more; take it out of BulkPaths.");

    [Fact]
    public void Every_table_about_incidents_has_a_filter_for_private_ones() => Rule.Holds(
        Model().GetEntityTypes().Where(e => e.ClrType == typeof(Incident)
            || e.FindProperty(nameof(Entry.Incident)) is not null || e.FindProperty("IncidentNumber") is not null),
        e => e.GetDeclaredQueryFilters().Count > 0 || Unfiltered.ContainsKey(e.ClrType)
            ? null : $"{e.ClrType.Name} has an incident and no query filter in DeskDb; a stranger would see rows of private incidents.");

    [Fact]
    public void Every_table_belongs_to_a_room() => Rule.Holds(Model().GetEntityTypes(), e =>
        Configurations.Any(c => c.GetInterfaces()[0].GenericTypeArguments[0] == e.ClrType
            && (c.Namespace == e.ClrType.Namespace || c.Namespace == typeof(DeskDb).Namespace))
            ? null : $"{e.ClrType.Name} has no {e.ClrType.Name}Table : IEntityTypeConfiguration<{e.ClrType.Name}> beside it.");

    static readonly Type[] Configurations = [.. typeof(DeskDb).Assembly.GetTypes().Where(t =>
        t.GetInterfaces() is [{ IsGenericType: true } only] && only.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))];

    static IModel Model()
    {
        using var db = new DeskDb(new DbContextOptionsBuilder<DeskDb>().UseSqlite("Data Source=:memory:").Options);
        return db.Model;
    }

    static IEnumerable<Type> Calling(Func<MethodBase, bool> what) => Made.Where(c => what(c.Called)).Select(c => c.By).Distinct();

    static readonly IReadOnlyList<(Type By, MethodBase Called)> Made = [.. Calls.In(typeof(DeskDb).Assembly)];

    static bool SpeaksSql(MethodBase m) =>
        m.DeclaringType == typeof(Bulk) || m.DeclaringType == typeof(Prepared) || m is { Name: "Scan", DeclaringType.Name: nameof(Dialect) }
        || Begins(m, "SaveChanges")
        || (typeof(DbCommand).IsAssignableFrom(m.DeclaringType) && m.Name == "set_CommandText")
        || (typeof(DbConnection).IsAssignableFrom(m.DeclaringType) && m.Name == "CreateCommand")
        || Begins(m, "FromSql", "ExecuteSql", "SqlQuery");

    static bool WritesInBulk(MethodBase m) =>
        m is { Name: "Insert", DeclaringType.Name: nameof(NewRows) } || Begins(m, "ExecuteDelete", "ExecuteUpdate");

    static bool Begins(MethodBase m, params string[] words) => words.Any(w => m.Name.StartsWith(w, StringComparison.Ordinal));

    /// <summary>The store is where its context stands.</summary>
    static bool IsStore(Type type) => $"{type.Namespace}.".StartsWith($"{typeof(DeskDb).Namespace}.", StringComparison.Ordinal);
}
