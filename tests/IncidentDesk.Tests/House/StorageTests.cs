using System.Text.RegularExpressions;
using IncidentDesk.Door;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentDesk.Tests.House;

/// <summary>Only the store writes, and what belongs to an incident is hidden where the incident is hidden.</summary>
public sealed partial class StorageTests
{
    /// <summary>Files outside Storage/ that may speak SQL or save by themselves, each with its reason.</summary>
    static readonly Dictionary<string, string> BulkPaths = new()
    {
        ["src/IncidentDesk/Record/Recorder.cs"] = "appends and projects: the one place where the record grows",
        ["src/IncidentDesk/Door/Callers.cs"] = "who calls is asked at every command, by one prepared question",
        ["src/IncidentDesk/People/Tokens/TokenQueries.cs"] = "who stands behind a token is asked at every call of a machine",
        ["src/IncidentDesk/Incidents/NextNumbers.cs"] = "the next number is asked at every declaration",
        ["src/IncidentDesk/Door/Idempotency.cs"] = "keeps the answer beside what the command did, in its transaction",
        ["src/IncidentDesk/Due/TakeDue.cs"] = "a lease says who is at work, which is no part of the record",
        ["src/IncidentDesk/Pauses/Asking/NoteAsks.cs"] = "several nodes add to the same counts, which are measured and no part of the record",
        ["src/IncidentDesk/Assets/Importing/ImportLog.cs"] = "how far an import is stands beside the rows of its batch, in its transaction",
        ["src/IncidentDesk/Assets/Importing/Taking/KnownAssets.cs"] = "finds 20,000 keys and their names in one question each",
        ["src/IncidentDesk/Assets/Importing/Taking/AssetRows.cs"] = "writes batches of up to 20,000 assets, of a million in all",
        ["src/IncidentDesk/Assets/Importing/Taking/TakenAssets.cs"] = "what was merged follows in one statement",
        ["src/IncidentDesk/Assets/Importing/Taking/TakenEdges.cs"] = "writes batches of up to 20,000 edges, of ten million in all",
        ["src/IncidentDesk/Assets/Importing/Retiring/Retirement.cs"] = "marks thousands of assets as gone at once",
        ["src/IncidentDesk/Assets/Importing/Retiring/RetireUnnamed.cs"] = "marks thousands of edges as gone at once",
        ["src/IncidentDesk/Assets/Following/CatalogueFeed.cs"] = "the catalogue is source data; what changed in it is noted beside the rows",
        ["src/IncidentDesk/Pauses/Sighting/ReportSighting.cs"] = "several nodes add to the same count, which is no part of the record",
        ["src/IncidentDesk/Assets/Linking/ChosenAssets.cs"] = "reads the 45,000 keys that a pattern or a list comes to",
        ["src/IncidentDesk/Assets/Linking/NamedAssets.cs"] = "looks up a list of 200,000 names, whatever system they are from, in two questions",
        ["src/IncidentDesk/Assets/Searching/NameReading.cs"] = "reads a million names into memory within two seconds",
        ["src/IncidentDesk/Assets/AssetLinkProjection.cs"] = "one statement an event, however many links it makes or ends",
        ["src/IncidentDesk/Assets/LinkQueries.cs"] = "counts 45,000 links by label, which lie in JSON",
        ["src/IncidentDesk/Assets/Lineage/LineageReading.cs"] = "reads ten million edges into memory within two seconds",
        ["src/IncidentDesk/Assets/Lineage/LineageFollowing.cs"] = "looks up the rows behind thousands of changed edges",
        ["src/IncidentDesk/People/Accounts/AccountFile.cs"] = "credentials are overwritten and forgotten, never recorded",
    };

    /// <summary>Tables with an incident in them that have no filter, each with its reason.</summary>
    static readonly Dictionary<Type, string> Unfiltered = [];

    [Fact]
    public void Only_storage_and_the_named_bulk_paths_speak_sql_or_save() => Rule.Holds(Written(SqlOrSave()), file =>
        file.StartsWith("src/IncidentDesk/Record/", StringComparison.Ordinal) || BulkPaths.ContainsKey(file)
            ? null : $"{file} speaks SQL or saves by itself. Append through the recorder; if 45,000 rows force it, name the file and the reason in BulkPaths.");

    [Fact]
    public void Rows_are_added_changed_and_removed_past_tracking_by_projections_only() => Rule.Holds(Written(InBulk()), file =>
        file.StartsWith("src/IncidentDesk/Record/", StringComparison.Ordinal) || BulkPaths.ContainsKey(file)
        || Repository.Text(file).Contains("IProjection", StringComparison.Ordinal)
            ? null : $"{file} adds, changes or removes rows past change tracking and is no projection.");

    [Fact]
    public void Every_exception_is_still_needed() => Rule.Holds(BulkPaths.Keys, file =>
        !File.Exists(Path.Combine(Repository.Root, file)) ? $"{file} is gone; take it out of BulkPaths."
        : SqlOrSave().IsMatch(Repository.Text(file)) || InBulk().IsMatch(Repository.Text(file)) ? null : $"{file} needs no exception any more; take it out of BulkPaths.");

    [Fact]
    public void Every_table_about_incidents_has_a_filter_for_private_ones() => Rule.Holds(
        Model().GetEntityTypes().Where(e => e.ClrType == typeof(Incident) || e.FindProperty(nameof(Entry.Incident)) is not null || e.FindProperty("IncidentNumber") is not null),
        e => e.GetDeclaredQueryFilters().Count > 0 || Unfiltered.ContainsKey(e.ClrType)
            ? null : $"{e.ClrType.Name} has an incident and no query filter in DeskDb; a stranger would see rows of private incidents.");

    [Fact]
    public void Every_table_belongs_to_a_room() => Rule.Holds(Model().GetEntityTypes(), e =>
        Configurations.Any(c => c.GetInterfaces()[0].GenericTypeArguments[0] == e.ClrType && (c.Namespace == e.ClrType.Namespace || c.Namespace == typeof(DeskDb).Namespace))
            ? null : $"{e.ClrType.Name} has no {e.ClrType.Name}Table : IEntityTypeConfiguration<{e.ClrType.Name}> beside it.");

    static readonly Type[] Configurations = [.. typeof(DeskDb).Assembly.GetTypes().Where(t =>
        t.GetInterfaces() is [{ IsGenericType: true } only] && only.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))];

    static IModel Model()
    {
        using var db = new DeskDb(new DbContextOptionsBuilder<DeskDb>().UseSqlite("Data Source=:memory:").Options);
        return db.Model;
    }

    static IEnumerable<string> Written(Regex pattern) => Repository.Files("src", ".cs", ".razor").Where(f => pattern.IsMatch(Repository.Text(f)));

    [GeneratedRegex(@"\bSaveChanges|\bFromSql|\bExecuteSql|\bSqlQuery|\.CommandText\b|\bCreateCommand\(|\bdb\.(Sql|Run|Rows|Command)\(|\.Scan\(")]
    private static partial Regex SqlOrSave();

    [GeneratedRegex(@"\bExecuteDelete|\bExecuteUpdate|\bdb\.Insert\(")]
    private static partial Regex InBulk();
}
