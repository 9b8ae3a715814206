using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets;

/// <summary>Sends a catalogue as it lies on the disk, then watches how far the desk is with it.</summary>
public sealed class ImportVerb() : Verb("assets import <file>", CommandCatalogue.Of<ImportAssets>())
{
    const string Query = "?format&file&source&complete", Done = "{added} added, {updated} updated, {unchanged} unchanged.";
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(Path + Query);
        var file = new Argument<string>("file") { Description = "The file to send, or a zip of several" };
        command.Add(file);
        var fields = template.AddTo(command, this, but: "file");
        var terms = new SendingTerms(command, withZone: false, withSeen: false);
        command.SetAction(async (parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            var place = parsed.GetValue(file)!;
            using (var lies = FileText.Try(place, File.OpenRead, out var problem))
                if (problem is not null) typed.Problems["file"] = problem;
            typed.Values["file"] = System.IO.Path.GetFileName(place);
            if (typed.Problems.Count > 0) return talk.Refuse(typed.Problems);

            JsonNode? run = null;
            var code = await talk.Post(template.Fill(typed.Values), () => Content(place), terms,
                answer => (run = answer.Json()) is null ? null : Exit.Done, ct, prefer: "respond-async");
            return code == Exit.Done ? await Watch(talk, run!, ct) : code;
        });
    }

    static async Task<int> Watch(Talk talk, JsonNode run, CancellationToken ct)
    {
        while (StateOf(run) == "running")
        {
            talk.Terminal.Progress?.Invoke($"{run["taken"]} of {run["total"]} statements imported");
            await Task.Delay(Between, ct);
            var code = await talk.Get($"/api/assets/imports/{run["import"]}",
                answer => answer.Json() is not { } now ? null : (run = now) is null ? null : Exit.Done, ct);
            if (code != Exit.Done) return code;
        }
        talk.Terminal.Progress?.Invoke("");
        if (StateOf(run) == "done") return talk.Tell(run, said => Sentence.Fill(Done, () => said) + Plain.Lists(said)) ?? Exit.Unreachable;
        talk.Terminal.Err.WriteLine(Sentence.Harmless($"Stopped after {run["taken"]} of {run["total"]} statements. {run["why"]}"));
        return Exit.Refused;
    }

    static string? StateOf(JsonNode run) => (string?)run["state"];

    static StreamContent Content(string place) =>
        new(File.OpenRead(place)) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
}
