using IncidentDesk.Incidents.Events;
using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Incidents.Tasks;

/// <summary>Which tasks an incident begins with.</summary>
internal static class PlaybookTasks
{
    /// <summary>The tasks to record with a declaration, or null when no playbook is wanted or none matches.</summary>
    public static Outcome<TasksInstantiated?> For(this PlaybookShelf shelf, DeclareIncident c, DateTimeOffset declaredAt) =>
        c.Playbook.OrNull() switch
        {
            null => Planned(shelf.Match(c.Kind, c.Severity, c.Title, c.Summary), c.Kind, declaredAt),
            PlaybookShelf.None => default(TasksInstantiated),
            var id when shelf.Find(id) is { } chosen => Planned(chosen, c.Kind, declaredAt),
            var id => Refusal.Invalid.Field("playbook", Unusable(shelf, id)),
        };

    static TasksInstantiated? Planned(Playbook? playbook, IncidentKind kind, DateTimeOffset declaredAt) => playbook is null ? null : new(
        playbook.Id, playbook.Name,
        // A backfill is written down afterwards: a reminder would be overdue before anybody read it.
        [.. playbook.Tasks.Select(
            t => new PlannedTask(t.Id, t.Title, t.Role, kind is IncidentKind.Backfill ? null : declaredAt + t.Due, t.Detail))]);

    static string Unusable(PlaybookShelf shelf, string id) =>
        shelf.Broken.FirstOrDefault(b => b.File == $"{id}.md") is { } broken
            ? $"This playbook cannot be used: {broken.Message} Choose another one, or \"none\"."
            : $"There is no playbook {id}. Choose one of: {string.Join(", ", shelf.All.Select(p => p.Id).Append(PlaybookShelf.None))}.";
}
