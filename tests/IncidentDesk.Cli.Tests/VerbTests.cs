using System.Text.RegularExpressions;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Kit;
using IncidentDesk.Web.Tests;

namespace IncidentDesk.Cli.Tests;

/// <summary>The table of verbs against the API it speaks to.</summary>
public sealed partial class VerbTests : HostTest
{
    [Fact]
    public void Every_command_the_api_takes_has_a_verb_that_sends_it_there() => Rule.Holds(Served, served =>
        Verbs.All.Any(v => v.Command == served.Command && v.Path == served.Path) ? null
            : $"POST {served.Path} takes {served.Command.Name}. Add its line to the verbs of its room.");

    [Fact]
    public void Every_verb_leads_to_where_the_api_takes_its_command() => Rule.Holds(Verbs.All.Where(v => v.Command is not null), verb =>
        Served.Contains((verb.Command!, verb.Path!)) ? null
            : $"{string.Join(' ', verb.Words)} sends {verb.Command!.Name} to {verb.Path}, where nothing takes it.");

    [Fact]
    public void Every_verb_that_reads_finds_something_to_read() =>
        Rule.Holds(Verbs.All.Where(v => v.Command is null && v.Path is not null), verb =>
            Routes.Any(r => Nameless().Replace(PathOf(r), "{}") == Nameless().Replace(verb.Path!, "{}")) ? null
                : $"{string.Join(' ', verb.Words)} asks at {verb.Path}, where nothing answers.");

    [Fact]
    public async Task Every_verb_explains_itself()
    {
        Assert.True(Verbs.All.Count >= 3);
        foreach (var verb in Verbs.All)
        {
            var said = await CliResult.By([.. verb.Words, "--help"]);
            Assert.Equal((0, ""), (said.Code, said.Err));
            Assert.Contains(verb.Description, said.Out.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_two_verbs_share_their_words() => Rule.Holds(
        Verbs.All.GroupBy(v => string.Join(' ', v.Words)),
        words => words.Count() == 1 ? null : $"'{words.Key}' stands {words.Count()} times among the verbs.");

    [Fact]
    public void Every_group_of_verbs_says_what_it_is_about() => Rule.Holds(
        Verbs.All.SelectMany(v => v.Words.SkipLast(1)).Distinct(),
        word => Verbs.Groups.ContainsKey(word) || Verbs.All.Any(v => v.Words is [var only] && only == word) ? null
            : $"'{word}' has no line in Verbs.Groups.");

    IEnumerable<RouteEndpoint> Routes => Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    (Type Command, string Path)[] Served => [.. Routes.Where(e => e.Metadata.GetMetadata<CommandOf>() is not null)
        .Select(e => (e.Metadata.GetMetadata<CommandOf>()!.Command, PathOf(e)))];

    static string PathOf(RouteEndpoint route) => Constraint().Replace("/" + route.RoutePattern.RawText!.Trim('/'), "}");

    /// <summary>From <c>{incident:int}</c> to <c>{incident}</c>.</summary>
    [GeneratedRegex(@":\w+(\([^)]*\))?\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Nameless();
}
