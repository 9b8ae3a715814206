using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentDesk.Pauses;
using IncidentDesk.Tests.House;
using IncidentDesk.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>Every text of every command and of every question over HTTP, filled with what no database, page or terminal can keep.</summary>
public sealed class EveryTextTests : StepTest
{
    const string Here = "put-it-here";

    /// <summary>As JSON writes them: some are no string at all.</summary>
    static readonly string[] Unsound = ["\\u0000", "half \\ud83d", "\\u001b[2J", "\\u202e", "\\u200b\\u2060", new string('a', 1 << 20)];

    static readonly string[] InAddresses =
        ["%00", "a%00b", "%1B%5B2J", "%E2%80%AEx", "%E2%80%8B", "%ED%A0%BD", "%FF", "0001-01-01T00:00:00Z"];

    [Fact]
    public async Task Every_text_of_every_command_is_refused_by_its_field()
    {
        var (tried, wrong) = (0, new List<string>());
        foreach (var step in (await Ready()).All.Where(s => s.Body is not string))
        {
            var shape = CommandShape.Of(Endpoints.Commands(Services).Single(c => c.Command.Name == step.Command).Command);
            foreach (var (field, type) in shape.Fields.Where(f => Holds(f.Value) && !Addressed(step, f.Key)))
                foreach (var text in Unsound)
                {
                    tried++;
                    if (await Refused(step, field, Body(step, field, type).Replace(Here, text, StringComparison.Ordinal)) is { } why)
                        wrong.Add($"{step.Command}.{field} with {text[..Math.Min(12, text.Length)]}: {why}");
                }
        }
        Assert.True(tried > 600, $"Only {tried} were tried.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task No_question_in_an_address_ends_in_an_error_of_the_server()
    {
        await Ready();
        var (tried, wrong) = (0, new List<string>());
        foreach (var (address, name) in Questions())
            foreach (var text in InAddresses)
            {
                tried++;
                using var answer = await Api.GetAsync(new Uri($"{address}?{name}={text}", UriKind.Relative));
                var type = answer.Content.Headers.ContentType?.MediaType;
                if ((int)answer.StatusCode >= 500 || ((int)answer.StatusCode >= 400 && type != "application/problem+json"))
                    wrong.Add($"{address}?{name}={text}: {(int)answer.StatusCode} {type}");
                else if ((int)answer.StatusCode >= 400
                    && (await answer.Content.ReadAsStringAsync()).Contains("Nothing was saved", StringComparison.Ordinal))
                    wrong.Add($"{address}?{name}={text} says that nothing was saved, to who only asked.");
            }
        Assert.True(tried > 300, $"Only {tried} were tried.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task No_name_in_an_address_ends_in_an_error_of_the_server()
    {
        await Ready();
        foreach (var template in Endpoints.Read(Services).Where(t => t.Contains('{', StringComparison.Ordinal)
            && !t.Contains("stream", StringComparison.Ordinal)))
            foreach (var text in InAddresses)
            {
                var path = string.Join('/', template.Split('/').Select(p => p.StartsWith('{') ? text : p));
                using var answer = await Api.GetAsync(new Uri(path, UriKind.Relative));
                Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode}");
            }
    }

    [Fact]
    public async Task No_page_breaks_at_what_stands_in_its_address()
    {
        await Ready();
        var wrong = new List<string>();
        foreach (var (template, type) in Endpoints.PageTypes(Services))
            foreach (var name in Asked(type).Select(p => p.Name).Append(Moment.Field))
                foreach (var text in InAddresses)
                {
                    var address = $"{Filled(template)}?{char.ToLowerInvariant(name[0])}{name[1..]}={text}";
                    using var answer = await Api.GetAsync(new Uri(address, UriKind.Relative));
                    if ((int)answer.StatusCode >= 500) wrong.Add($"{address}: {(int)answer.StatusCode}");
                }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Pages_take_text_from_their_address_because_the_framework_breaks_at_a_number_that_is_none() => Rule.Holds(
        typeof(DeskHost).Assembly.GetTypes().SelectMany(Asked),
        asked => asked.PropertyType == typeof(string) ? null : $"{asked.DeclaringType!.Name}.{asked.Name} is no text.");

    static IEnumerable<PropertyInfo> Asked(Type page) =>
        page.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(p => p.IsDefined(typeof(SupplyParameterFromQueryAttribute)));

    IEnumerable<(string Address, string Name)> Questions() => Endpoints.Read(Services)
        .Where(t => t.StartsWith("/api/", StringComparison.Ordinal) && !t.Contains("stream", StringComparison.Ordinal))
        .SelectMany(t => Endpoints.Asked(Services, t).DefaultIfEmpty("q").Select(name => (Filled(t), name)));

    static string Filled(string template) => template.Replace("{incident}", "1", StringComparison.Ordinal)
        .Replace("{number}", "1", StringComparison.Ordinal).Replace("{key}", "spare", StringComparison.Ordinal)
        .Replace("{**key}", "hive://w/a", StringComparison.Ordinal).Replace("{kind}", "summary", StringComparison.Ordinal)
        .Replace("{import}", "1", StringComparison.Ordinal).Replace("{Number}", "1", StringComparison.Ordinal)
        .Replace("{Key}", "spare", StringComparison.Ordinal).Replace("{At}", "1", StringComparison.Ordinal)
        .Replace("{Id}", "S1", StringComparison.Ordinal);

    async Task<string?> Refused(Step step, string field, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Api.PostAsync(new Uri(step.Path, UriKind.Relative), content);
        var said = await answer.Content.ReadAsStringAsync();
        if (((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType) != (400, "application/problem+json"))
            return $"{(int)answer.StatusCode} {said[..Math.Min(120, said.Length)]}";
        var errors = JsonNode.Parse(said)!["errors"]?.AsObject();
        return errors?.Any(e => e.Key.Split('[', '.')[0] == field) is true ? null
            : $"names {string.Join(", ", errors?.Select(e => e.Key) ?? [])}";
    }

    /// <summary>The body of the step, with the text in that field.</summary>
    static string Body(Step step, string field, Type type)
    {
        var body = JsonSerializer.SerializeToNode(step.Body)!.AsObject();
        body[field] = type == typeof(List<PauseTarget>) ? new JsonArray($"program:{Here}")
            : CommandShape.IsList(type) ? new JsonArray("first", Here) : Here;
        return body.ToJsonString();
    }

    static bool Holds(Type type) =>
        type == typeof(string) || type == typeof(List<PauseTarget>) || type.IsAssignableTo(typeof(IEnumerable<string>));

    /// <summary>It is a part of the address, so that no body may name it.</summary>
    static bool Addressed(Step step, string field) => CommandCatalogue.All.Single(c => c.Name == step.Command).TakesFromAddress(field);
}
