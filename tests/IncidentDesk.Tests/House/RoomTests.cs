using System.Text.RegularExpressions;

namespace IncidentDesk.Tests.House;

/// <summary>
/// The rooms of the desk stand in an order, and each names only rooms before it. So a room can be read, changed and tested with what it
/// stands on, and what a later room must do when something is recorded here is said there, by <c>IFollows</c>.
/// </summary>
public sealed partial class RoomTests
{
    /// <summary>
    /// Which rooms each room may name. A new arrow is a decision; an arrow against the order
    /// is none that can be made here.
    /// </summary>
    static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Desk"] = [],
        ["Record"] = ["Desk"],
        ["Door"] = ["Desk", "Record"],
        ["Due"] = ["Desk", "Record", "Door"],
        ["People"] = ["Desk", "Record", "Door"],
        ["Incidents"] = ["Desk", "Record", "Due", "People"],
        ["Assets"] = ["Desk", "Record", "Door", "Incidents"],
        ["Reviews"] = ["Desk", "Record", "Incidents", "Assets"],
        ["Pauses"] = ["Desk", "Record", "Door", "Due", "People", "Incidents", "Assets", "Reviews"],
        ["Statements"] = ["Desk", "Record", "Door", "Incidents", "Assets", "Pauses"],
        ["Overview"] = ["Desk", "Record", "Incidents", "Assets", "Reviews", "Pauses"],
        ["Reports"] = ["Desk", "Record", "Incidents", "Assets", "Reviews", "Pauses", "Statements", "Overview"],
    };

    /// <summary>Folders of the other projects that are no rooms of the desk.</summary>
    static readonly Dictionary<string, string[]> Besides = new()
    {
        ["src/IncidentDesk.Web"] = ["Demo", "Kit", "Layout", "Properties", "wwwroot"],
        ["src/IncidentDesk.Cli"] = ["Kit"],
        ["tests/IncidentDesk.Tests"] = ["House"],
        ["tests/IncidentDesk.Web.Tests"] = ["Kit", "Starting", "Surfaces"],
        ["tests/IncidentDesk.Cli.Tests"] = ["Kit", "Surfaces"],
    };

    [Fact]
    public void A_room_names_only_rooms_that_it_may_name() => Rule.Holds(
        NamedRooms.All.GroupBy(n => (n.From, n.To)),
        arrow => MayName.TryGetValue(arrow.Key.From, out var allowed) && allowed.Contains(arrow.Key.To) ? null
            : $"{arrow.Key.From} names {arrow.Key.To}: {string.Join("; ", arrow.Take(5).Select(n => $"{n.File} names {n.Name}"))}");

    [Fact]
    public void Every_arrow_points_to_a_room_that_stands_before() => Rule.Holds(
        MayName.SelectMany((room, at) => room.Value.Select(to => (room.Key, At: at, To: to))),
        arrow => MayName.Keys.Take(arrow.At).Contains(arrow.To) ? null
            : $"{arrow.Key} may not name {arrow.To}, which stands behind it or is no room.");

    [Fact]
    public void Every_arrow_that_is_allowed_is_used() => Rule.Holds(
        MayName.SelectMany(room => room.Value.Select(to => (From: room.Key, To: to))),
        arrow => NamedRooms.All.Any(n => n.From == arrow.From && n.To == arrow.To) ? null
            : $"{arrow.From} names {arrow.To} no more: take the arrow away.");

    [Fact]
    public void No_two_rooms_name_each_other()
    {
        var arrows = NamedRooms.All.Select(n => (n.From, n.To)).ToHashSet();
        Rule.Holds(arrows, a => arrows.Contains((a.To, a.From)) ? $"{a.From} and {a.To} name each other." : null);
    }

    [Fact]
    public void Every_file_of_the_desk_is_in_a_room_under_its_own_namespace() => Rule.Holds(
        Repository.Files("src/IncidentDesk", ".cs"), file =>
        {
            var folders = file.Split('/')[2..^1];
            if (folders.Length > 0 && !MayName.ContainsKey(folders[0])) return $"{file} is in no room: {string.Join(", ", MayName.Keys)}.";
            var wanted = string.Join('.', folders is ["Desk"] ? ["IncidentDesk"] : ["IncidentDesk", .. folders]);
            return Namespace().Match(Repository.Text(file)) is { Success: true } found && found.Groups[1].Value != wanted
                ? $"{file} has the namespace {found.Groups[1].Value} and lies where {wanted} belongs." : null;
        });

    [Fact]
    public void The_other_projects_have_the_same_rooms() => Rule.Holds(
        Besides.Keys.SelectMany(
            project => Repository.Files(project, "").Select(f => (Project: project, Room: f[(project.Length + 1)..].Split('/')))
                .Where(f => f.Room.Length > 1).Select(f => (f.Project, Room: f.Room[0])).Distinct()),
        folder => MayName.ContainsKey(folder.Room) || Besides[folder.Project].Contains(folder.Room) ? null
            : $"{folder.Project}/{folder.Room} is no room of the desk.");

    [Fact]
    public void A_folder_inside_a_room_holds_two_files_or_more() => Rule.Holds(
        Repository.Files("src/IncidentDesk", ".cs").GroupBy(f => Path.GetDirectoryName(f)!.Replace('\\', '/'))
            .Where(f => f.Key.Count(c => c == '/') > 2),
        folder => folder.Count() > 1 ? null : $"{folder.Single()} is alone in its folder; put it into its room.");

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
