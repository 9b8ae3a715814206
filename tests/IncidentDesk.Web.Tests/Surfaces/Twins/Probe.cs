using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentDesk.Web.Tests.Surfaces.Twins;

/// <summary>One question about an incident or a pause, asked with <c>{n}</c> and <c>{p}</c> in the place of its number and key.</summary>
internal sealed partial record Probe(HttpMethod Method, string Address, object? Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    static readonly HttpMethod[] Methods =
    [
        HttpMethod.Get, HttpMethod.Get, HttpMethod.Get, HttpMethod.Post, HttpMethod.Post, HttpMethod.Post,
        HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options,
    ];

    static readonly string[] Questions =
    [
        "", "", "asKnownAt=2026-06-12T03:10:00Z", "asKnownAt=2001-01-01T00:00:00Z", "asKnownAt=yesterday", "limit=1", "limit=0", "after=1",
        "format=csv", "format=pdf&privileged=true", "q=a&order=happened", "group=owner", "direction=upstream&depth=1", "kind=readers",
        "nonsense=1",
    ];

    static readonly (string, string)[][] Extras =
    [
        [], [], [], [("If-Match", "\"3\"")], [("If-Match", "*")], [("If-None-Match", "\"3\"")], [("If-None-Match", "*")],
        [("Idempotency-Key", "once")], [("Accept", "text/html")], [("Accept", "application/json")], [("X-Probe", "1")],
    ];

    static readonly object[] Bodies =
        ["", "{", "{}", "[]", "null", "{\"nonsense\":1}", "key,group\nhive://w/logs.keys,analysts\n", "format,version"];

    /// <summary>Any way to ask one address.</summary>
    /// <param name="random">Makes the same probe again.</param>
    /// <param name="template">Such as <c>/api/incidents/{incident}/tasks</c>.</param>
    /// <param name="sound">A body that the address takes, if it takes any.</param>
    public static Probe Of(Random random, string template, object? sound)
    {
        var question = Questions[random.Next(Questions.Length)];
        var method = sound is not null && random.Next(2) == 0 ? HttpMethod.Post : Methods[random.Next(Methods.Length)];
        var body = method == HttpMethod.Get || method == HttpMethod.Head ? null
            : sound is not null && random.Next(2) == 0 ? sound : Bodies[random.Next(Bodies.Length)];
        return new(method, Filled(template) + (question.Length > 0 ? $"?{question}" : ""), body, Extras[random.Next(Extras.Length)]);
    }

    static string Filled(string template) => Place().Replace(template, found => found.Groups[1].Value switch
    {
        "incident" or "number" or "Number" => "{n}",
        "key" or "Key" => "{p}",
        "kind" => "summary",
        "id" or "Id" or "statement" => "S1",
        "task" => "added-1",
        _ => "1",
    });

    public async Task<Told> Ask(HttpClient by, int number, string key)
    {
        using var request = new HttpRequestMessage(Method, Address.Replace("{n}", $"{number}", StringComparison.Ordinal)
            .Replace("{p}", key, StringComparison.Ordinal));
        request.Content = Body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(Body),
        };
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await by.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (await Told.By(answer)).Without($"INC-{number}", $"incidents/{number}", $"incidents%2F{number}", key);
    }

    public override string ToString() =>
        $"{Method} {Address} {string.Join(", ", Headers)} {Body as string ?? JsonSerializer.Serialize(Body)}";

    [GeneratedRegex(@"\{\**(\w+)\??\}")]
    private static partial Regex Place();
}
