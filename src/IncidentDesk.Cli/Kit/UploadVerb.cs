using System.CommandLine;
using System.Net.Http.Headers;

namespace IncidentDesk.Cli.Kit;

/// <summary>Sends a file as it lies on the disk, without reading it into memory first.</summary>
/// <param name="usage">What is typed, with <c>&lt;file&gt;</c> in it.</param>
/// <param name="query">Names that become options and stand behind the address, except <c>file</c>, the name of the file.</param>
/// <param name="type">The media type it is sent as.</param>
/// <param name="done">Said when it is done; names in braces are taken from the answer.</param>
/// <param name="hint">What holds in a terminal only, for the help.</param>
public sealed class UploadVerb<TCommand>(string usage, string query, string type, string done, string? hint = null)
    : Verb(usage, CommandCatalogue.Of<TCommand>(), hint)
{
    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(Path + query);
        var file = new Argument<string>("file") { Description = "The file to send" };
        command.Add(file);
        var fields = template.AddTo(command, this, but: "file");
        var terms = new SendingTerms(command, withZone: false, withSeen: false);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            var place = parsed.GetValue(file)!;
            using var lies = FileText.Try(place, File.OpenRead, out var problem);
            if (problem is not null) typed.Problems["file"] = problem;
            if (template.Has("file")) typed.Values["file"] = System.IO.Path.GetFileName(place);
            return typed.Problems.Count > 0
                ? Task.FromResult(talk.Refuse(typed.Problems))
                : talk.Post(template.Fill(typed.Values), () => Content(place), terms,
                    answer => talk.Tell(answer.Json(), said => Sentence.Fill(done, () => said) + Plain.Lists(said)), ct);
        });
    }

    StreamContent Content(string place) => new(File.OpenRead(place)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
