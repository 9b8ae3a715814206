using System.Net.Http.Json;
using System.Reflection;
using System.Text;

namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>What <c>.github/ROLES.md</c> says, tried: every command of the API, sent by a token of every role.</summary>
public sealed class RolesTests : StepTest
{
    static readonly Roles[] Persons =
        [Roles.Viewer, Roles.Responder, Roles.Comms, Roles.Privacy, Roles.Leadership, Roles.Administrator];

    /// <summary>Sent as of a position that no stream has reached: whoever may send it is told so, and nothing changes.</summary>
    const string Never = "\"999999\"";

    [Fact]
    public async Task Every_command_is_taken_from_the_roles_of_the_table_and_from_no_other()
    {
        using var second = await Colleague("Sam Second", "responder, leadership");
        var senders = new List<(Roles Role, HttpClient Client)>();
        foreach (var role in Persons) senders.Add((role, await Colleague($"Only {role}", role.InWords())));
        foreach (var role in new[] { Roles.Asker, Roles.Lineage })
        {
            var machine = await Post(Api, "/api/tokens", new { name = "machine", roles = role.InWords() });
            senders.Add((role, Client((string)machine.Body!["secret"]!)));
        }
        var (steps, wrong, refused) = ((await Ready()).All, new List<string>(), 0);
        foreach (var step in steps)
        {
            if (AsItIs.Contains(step.Command)) await Carried(step, second);
            foreach (var (role, client) in senders)
            {
                var status = await Sent(client, step);
                var (taken, may) = (status is not (401 or 404), May(step.Command, role));
                if (!taken) refused++;
                if (taken != may) wrong.Add($"{step.Command} by {role.InWords()}: {status}, the table says {(may ? "yes" : "no")}");
            }
            if (!AsItIs.Contains(step.Command)) await Carried(step, second);
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(refused > steps.Count, "Hardly anything was refused; the roles were not told apart.");
        foreach (var (_, client) in senders) client.Dispose();
    }

    async Task Carried(Step step, HttpClient second)
    {
        var done = await Send(step.BySecond ? second : Api, step.Path, step.Body, step.Command);
        Assert.True(done.Status is 200 or 201, $"{step.Command}: {done.Status} {done.Body}");
    }

    /// <summary>A file is taken in as it is, once.</summary>
    static readonly string[] AsItIs = ["ImportIncident"];

    /// <summary>About what belongs to another person, as the step is: for administrators.</summary>
    static readonly string[] OfAnother = ["RevokeToken"];

    static bool May(string command, Roles role)
    {
        var type = CommandCatalogue.All.Single(c => c.Name == command).Type;
        if (role is Roles.Asker or Roles.Lineage) return false;
        // They come with tokens.
        if (type.GetCustomAttribute<OnlyBySessionAttribute>() is { } by && (by.OrToken & role) == 0) return false;
        if (OfAnother.Contains(command)) return role is Roles.Administrator;
        return type.IsDefined(typeof(AllowSignedInAttribute)) || (type.GetCustomAttribute<AllowAttribute>()!.Roles & role) != 0;
    }

    static async Task<int> Sent(HttpClient by, Step step)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, step.Path);
        request.Headers.TryAddWithoutValidation("If-Match", Never);
        request.Content = step.Body is not string text ? JsonContent.Create(step.Body) : new StringContent(text, Encoding.UTF8,
            step.Command == "ImportIncident" ? "application/json" : "text/csv");
        using var answer = await by.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
