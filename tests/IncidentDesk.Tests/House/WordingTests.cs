using System.Collections;
using System.Reflection;
using IncidentDesk.Incidents.Timeline;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.House;

/// <summary>What a person wrote into an event can be taken out again; what cannot is known, with the reason.</summary>
public sealed class WordingTests
{
    /// <summary>Texts of events that cannot be redacted: an event, or a part of one, and its member; a star stands for any event.</summary>
    static readonly Dictionary<string, string> NotRedacted = new()
    {
        ["*.Key"] = "the name that an address and a machine give a pause; it exists once",
        ["*.Subject"] = "the name that an address gives a subject of the register; it exists once",
        ["*.Task"] = "an id that the desk or a playbook gave",
        ["*.Statement"] = "an id that the desk gave",
        ["*.Attachment"] = "a hash", ["*.Sha256"] = "a hash", ["*.Hash"] = "a hash", ["*.LinkHash"] = "a hash",
        ["*.Commitment"] = "a hash", ["*.Head"] = "a hash", ["PauseVerified.EvidenceHash"] = "a hash",
        ["*.Zone"] = "an IANA zone",
        ["CatalogueImported.Format"] = "the code of a format",
        ["TasksInstantiated.Playbook"] = "the id of a playbook", ["TasksInstantiated.Name"] = "the name of a playbook",
        ["PlannedTask.Id"] = "an id that a playbook gave",
        ["*.Kind"] = "the id of a kind of review", ["*.KindName"] = "what the rules of the desk call a kind of review",
        ["PauseTarget.Name"] = "what machines ask for; without it, something else would be paused",
        ["SubjectEntered.Assets"] = "keys of the catalogue", ["SubjectDescribed.Assets"] = "keys of the catalogue",
    };

    static readonly IReadOnlyList<(Type Of, string Member, bool Worded)> All = [.. typeof(TimelineEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(TimelineEvent)) && !t.IsAbstract)
        .SelectMany(e => Texts(e, [])).DistinctBy(t => (t.Of, t.Member))];

    [Fact]
    public void Every_text_of_an_event_can_be_redacted_or_has_a_reason() => Rule.Holds(All, text =>
        text.Worded || NotRedacted.Keys.Any(key => Means(key, text.Of, text.Member)) ? null
            : $"{text.Of.Name}.{text.Member} is text and not marked [property: Wording]. If no person writes it, say so in NotRedacted.");

    [Fact]
    public void Every_reason_is_still_needed() => Rule.Holds(NotRedacted.Keys, key =>
        All.Any(t => !t.Worded && Means(key, t.Of, t.Member)) ? null : $"{key} is gone, or can be redacted now; take it out.");

    [Fact]
    public void What_is_marked_is_found_and_removed_however_deep_it_stands() => Rule.Holds(EventNames.All, name =>
    {
        var type = EventNames.TypeOf(name);
        var payload = EventNames.Write((TimelineEvent)Sample.Of(type));
        var words = Redaction.WordsOf(name, payload);
        var marked = Texts(type, []).Count(t => t.Worded);
        if (words.Count < marked) return $"{name} has {marked} texts that are marked, and {words.Count} were found in it.";
        var left = Redaction.WordsOf(name, Redaction.Without(name, payload, null)).Where(w => w != Redaction.Mark).ToList();
        return left.Count == 0 ? null : $"{name} still says {string.Join(", ", left)} after everything in it was redacted.";
    });

    static bool Means(string key, Type of, string member) => key == $"{of.Name}.{member}" || key == $"*.{member}";

    /// <summary>Texts of an event and of what it is made of, each with the type in which it stands. A list of texts is one.</summary>
    static IEnumerable<(Type Of, string Member, bool Worded)> Texts(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) yield break;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            var item = Item(property.PropertyType);
            if (item == typeof(string)) yield return (type, property.Name, property.IsDefined(typeof(WordingAttribute)));
            else if (item.Assembly == typeof(TimelineEvent).Assembly && !item.IsEnum)
                foreach (var deeper in Texts(item, seen)) yield return deeper;
        }
    }

    static Type Item(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Item(inner);
        return type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)) ? type
            : Item(type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1]);
    }
}
