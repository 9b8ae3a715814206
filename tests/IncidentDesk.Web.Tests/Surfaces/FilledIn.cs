using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IncidentDesk.People.Accounts;
using IncidentDesk.Web.Tests.Kit;
using IncidentDesk.Web.Tests.People;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What a reader would write into each control of a form. A field that no line here knows is given a few words.</summary>
internal sealed class FilledIn(FormScene scene)
{
    public const string Password = "four words make rain", NewPassword = "five words make more rain";

    /// <summary>Of these a reader fills in one: they say the same in another way, or the opposite. The first is taken.</summary>
    static readonly string[][] Either =
    [
        ["all", "pattern", "keys"], ["text", "file"], ["file", "sha256"], ["happenedAt", "effectiveAt"], ["exposedFrom", "clearWindow"],
        ["exposedTo", "clearWindow"],
    ];

    /// <summary>What is right for a field wherever it stands, and in one form where that begins with its label.</summary>
    static readonly Dictionary<string, string> Words = new()
    {
        ["accesses"] = "0", ["accessesAre"] = "actual", ["asKnownAt"] = "2026-06-12T05:11", ["assets"] = "hive://w/e",
        ["at"] = "2026-06-11T10:00", ["checkedAt"] = "2026-06-11T10:00", ["complete"] = "false",
        ["detectedAt"] = "2026-06-11T10:00", ["distance"] = "1", ["dueAt"] = "2026-06-20T10:00",
        ["email"] = "new@example.org", ["expiresAt"] = "2026-09-01T10:00", ["expiresOn"] = "2027-01-31",
        ["exposedFrom"] = "2026-06-01T10:00", ["exposedTo"] = "2026-06-10T10:00", ["figure"] = "12",
        ["from"] = "2026-06-01T10:00", ["happenedAt"] = "2026-06-12T05:05", ["hops"] = "3", ["incident"] = "1",
        ["into"] = "4", ["keys"] = "hive://w/a", ["lookedAt"] = "2026-06-11T10:00", ["password"] = Password,
        ["passage"] = "saw", ["people"] = "40", ["peopleAre"] = "estimate", ["publishedAt"] = "2026-06-12T05:05",
        ["reviewBy"] = "2026-06-20T10:00", ["seenAt"] = "2026-06-12T05:08", ["sha256"] = new string('c', 64),
        ["evidenceHash"] = new string('d', 64), ["signedOn"] = "2026-02-01", ["targets"] = "program:screens",
        ["to"] = "2026-06-10T10:00", ["supersedes"] = "1", ["pattern"] = "hive://*",
        ["startedAt"] = "2026-06-10T10:00", ["status"] = "contained", ["severity"] = "SEV1",
        ["zone"] = "Europe/Berlin", ["parts"] = "program:capture",
        ["A review that exists/outcome"] = "approved-with-conditions",
        ["Change your password/password"] = NewPassword, ["Change your password/present"] = Password,
        ["Find incidents/q"] = "words", ["Unlink assets/pattern"] = "hive://w/d", ["Add a program/key"] = "screens",
        ["Record a publication/text"] = "Other words.", ["Who may see it/visibility"] = "private",
        ["Verify that it stopped/lookedAt"] = "The scheduler", ["Narrow the scope/targets"] = "program:screens",
        ["Widen the scope/targets"] = "program:prompts", ["Close or reopen a task/state"] = "not-needed",
        ["Change the status/status"] = "contained", ["Add a program/assets"] = "hive://w/b",
        ["Record what a log covers/state"] = "complete", ["Sign in/email"] = FormScene.Visitor,
        ["Set exposure and disclosure/exposedTo"] = "2026-06-09T10:00", ["Import a catalogue/format"] = "csv",
        ["A search that found no review/kind"] = "dpia", ["Settle a closing item/state"] = "done",
        ["number"] = "4711", ["Name and time zone/name"] = "Vera",
        ["Save this search/name"] = "Of ops", ["Change how it stops/mode"] = "drain", ["Record what it costs/certainty"] = "estimate",
    };

    static readonly Dictionary<string, (string Name, string Content)> Files = new()
    {
        ["A review that exists"] = ("review.pdf", "The review of March"),
        ["Import a catalogue"] = ("more.csv", "key,owner\nhive://w/z,ops\n"),
        ["Link a list of assets"] = ("list.txt", "hive://w/f\n"),
        ["Record evidence from a file"] = ("readers.csv", "key,group\nhive://w/a,analysts\n"),
    };

    /// <summary>Every control a reader sees, filled in; of alternatives, one.</summary>
    public FilledForm Of(IHtmlFormElement element, string label, Browser by)
    {
        var form = new FilledForm(element);
        var controls = element.Elements.OfType<IHtmlElement>()
            .Where(c => c.GetAttribute("name") is { Length: > 0 } && !IsHidden(c)).ToList();
        var names = controls.Select(c => c.GetAttribute("name")!).Distinct().ToList();
        var left = Either.Where(e => e.Count(names.Contains) > 1).SelectMany(e => e.Where(names.Contains).Skip(1)).ToHashSet();
        foreach (var name in names.Where(n => !left.Contains(n)))
        {
            var same = controls.Where(c => c.GetAttribute("name") == name).ToList();
            if (same[0] is IHtmlInputElement { Type: "file" }) Choose(form, name, label);
            else form.Fill(Values(label, name, same, by).Select(value => (name, value)));
        }
        return form;
    }

    void Choose(FilledForm form, string field, string label)
    {
        var (name, content) = label == "Import an incident" ? ("export.json", scene.Export) : Files[label];
        form.Choose(field, Encoding.UTF8.GetBytes(content), name);
    }

    IEnumerable<string> Values(string label, string name, List<IHtmlElement> controls, Browser by) => controls[0] switch
    {
        _ when name is "replaces" or "position" => [$"{scene.EvidenceFor(label)}"],
        _ when name == "code" => [Totp.CodeAt(Offered(by.Page) ?? scene.KeyOf(by), scene.Now)],
        _ when $"{label}/{name}" is "Assign a role/person" => [scene.Quentin],
        _ when $"{label}/{name}" is "Add a participant/person" or "Assign a task/assignee" => [scene.Newcomer],
        _ when $"{label}/{name}" == "Propose a pause/key" => [$"another-{scene.Now:HHmm}"],
        IHtmlInputElement { Type: "checkbox" } => controls.Select(c => c.GetAttribute("value") ?? "on"),
        IHtmlInputElement { Type: "radio" } => [Known(label, name) ?? controls[^1].GetAttribute("value")!],
        IHtmlSelectElement select => [Offered(select, Known(label, name))],
        IHtmlInputElement { Type: "datetime-local" or "date" } =>
            [Known(label, name) ?? throw new InvalidOperationException($"Which time belongs into {name} of {label}? Say so in FilledIn.")],
        _ => [Known(label, name) ?? $"Words for {name}"],
    };

    /// <summary>The key of an authenticator that the page has just made.</summary>
    static string? Offered(IHtmlDocument page) => page.QuerySelector("code.secret")?.TextContent.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A choice that means something: the one that is known, else the first that is not empty.</summary>
    static string Offered(IHtmlSelectElement select, string? known)
    {
        var values = select.Options.Where(o => !o.IsDisabled).Select(o => o.Value).ToList();
        return known is not null && values.Contains(known) ? known : values.Find(v => v.Length > 0) ?? "";
    }

    static string? Known(string label, string name) => Words.GetValueOrDefault($"{label}/{name}") ?? Words.GetValueOrDefault(name);

    static bool IsHidden(IElement control) => control is IHtmlInputElement { Type: "hidden" or "submit" } or IHtmlButtonElement;
}
