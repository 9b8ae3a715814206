using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.House;

/// <summary>What was recorded once must be readable for ever.</summary>
public sealed partial class EventTests
{
    const string Golden = "tests/IncidentDesk.Tests/Record/golden";

    /// <summary>
    /// Set to 1, <see cref="Every_event_has_a_golden_file_that_is_read_and_written_the_same"/> writes the golden files that are
    /// missing from samples of the events. It never overwrites one: a shape that has been stored cannot change.
    /// </summary>
    const string Update = "UPDATE_GOLDEN";

    static readonly Type[] Events =
        [.. typeof(TimelineEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TimelineEvent)) && !t.IsAbstract)];

    [Fact]
    public void Every_event_is_sealed_and_has_a_stored_name_with_a_version() => Rule.Holds(Events, e =>
        !e.IsSealed ? $"{e.Name} is not sealed."
        : e.GetCustomAttribute<EventNameAttribute>() is not { } stored ? $"{e.Name} has no [EventName(\"kebab-name.1\")]."
        : !StoredName().IsMatch(stored.Name)
            ? $"{e.Name} is stored as \"{stored.Name}\"; a stored name is kebab-case with a version: pause-ordered.1"
        : null);

    [Fact]
    public void No_two_events_share_a_stored_name() => Rule.Holds(
        Events.GroupBy(e => e.GetCustomAttribute<EventNameAttribute>()?.Name),
        same => same.Count() == 1 ? null : $"\"{same.Key}\" is used by {string.Join(" and ", same.Select(e => e.Name))}.");

    [Fact]
    public void Every_event_has_a_golden_file_that_is_read_and_written_the_same() => Rule.Holds(EventNames.All, name =>
    {
        var file = Path.Combine(Repository.Root, Golden, name + ".json");
        if (!File.Exists(file) && Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(file, Encoding.UTF8.GetString(EventNames.Write((TimelineEvent)Sample.Of(EventNames.TypeOf(name)))) + "\n");
        if (!File.Exists(file))
            return $"{name} has no golden file. Make it and commit it: {Update}=1 dotnet "
                + "run --project tests/IncidentDesk.Tests -- -class '*House.EventTests'";

        var stored = File.ReadAllText(file).TrimEnd('\n');
        var read = EventNames.Read(name, Encoding.UTF8.GetBytes(stored));
        var written = Encoding.UTF8.GetString(EventNames.Write(read));
        return written != stored ? $"{name} was stored as{Environment.NewLine}  {stored}{Environment.NewLine}"
            + $"and is now written as{Environment.NewLine}  {written}{Environment.NewLine}"
            + "A stored shape never changes: make a new version beside it."
            : string.IsNullOrWhiteSpace(read.Sentence()) ? $"{name} has no sentence for its reader." : null;
    });

    [Fact]
    public void Every_golden_file_belongs_to_an_event() => Rule.Holds(
        Directory.GetFiles(Path.Combine(Repository.Root, Golden), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!),
        name => EventNames.Knows(name) ? null
            : $"{name}.json has no event any more; entries that were stored under this name could not be read.");

    [GeneratedRegex(@"^[a-z]+(-[a-z0-9]+)*\.[1-9]\d*$")]
    private static partial Regex StoredName();
}
