using System.CommandLine;
using System.Text;

namespace IncidentDesk.Cli.Kit;

/// <summary>Fetches a document, into a file or, where it is text, onto the terminal.</summary>
/// <param name="usage">What is typed.</param>
/// <param name="description">One line for the help.</param>
/// <param name="address">Where it lies; what stands after the question mark becomes options.</param>
public sealed class DownloadVerb(string usage, string description, string address) : Verb(usage, description)
{
    public override string Path => address.Split('?')[0];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var template = new AddressTemplate(address);
        var fields = template.AddTo(command, this);
        var into = new Option<string>("--out")
        {
            Description = "The file to write; without it, text goes to standard output", HelpName = "file"
        };
        command.Add(into);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(Arguments.Contains) };
            var typed = Typed.Of(parsed, fields, this, terminal.In);
            return typed.Problems.Count > 0
                ? Task.FromResult(talk.Refuse(typed.Problems))
                : talk.Get(template.Fill(typed.Values), answer => Keep(answer, parsed.GetValue(into), terminal), ct);
        });
    }

    static int? Keep(Response answer, string? file, Terminal terminal)
    {
        if (file is not null) return Write(answer, file, terminal);
        if (answer.MediaType is "application/pdf" or "application/zip" or "application/octet-stream")
        {
            terminal.Err.WriteLine("This document is binary. Name a file with --out.");
            return Exit.Invalid;
        }
        terminal.Out.Write(Encoding.UTF8.GetString(answer.Body));
        return Exit.Done;
    }

    /// <summary>Beside its place first, so that a full disk does not cost the document that lay there.</summary>
    static int Write(Response answer, string file, Terminal terminal)
    {
        FileText.Try(file, place =>
        {
            File.WriteAllBytes(place + ".part", answer.Body);
            File.Move(place + ".part", place, overwrite: true);
            return place;
        }, out var problem);
        (problem is null ? terminal.Out : terminal.Err).WriteLine(problem ?? $"Written to {file}, {answer.Body.Length:N0} bytes.");
        return problem is null ? Exit.Done : Exit.Invalid;
    }
}
