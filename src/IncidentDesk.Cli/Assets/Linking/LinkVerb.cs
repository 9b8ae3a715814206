using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IncidentDesk.Assets.Linking;
using IncidentDesk.Cli.Kit;

namespace IncidentDesk.Cli.Assets.Linking;

/// <summary>Links assets, or says what that would come to; a list of keys is sent as it lies on the disk.</summary>
public sealed class LinkVerb()
    : Verb("link <incident> [pattern]", CommandCatalogue.Of<LinkAssets>(), "--preview only shows what would be linked")
{
    const string BesideAList = "?exposedFrom&exposedTo&disclosure&previewed&timeZone";
    static readonly string[] InAList = ["incident", .. new AddressTemplate(BesideAList).Names];

    public override void Build(Command command, Settings settings, Terminal terminal)
    {
        var fields = Field.Of<LinkAssets>();
        foreach (var argument in Arguments) fields.Single(f => f.Name == argument).AddArgument(command, MayBeLeftOut(argument));
        foreach (var field in fields.Where(f => f.Name != "incident")) field.AddOption(command);
        var file = new Option<string>("--file")
        {
            Description = "A list in UTF-8: one key per line, or a CSV file with a column named key", HelpName = "path"
        };
        var look = new Option<bool>("--preview") { Description = "Show what would be linked without linking it" };
        command.Add(file);
        command.Add(look);
        var terms = new SendingTerms(command, withZone: true, withSeen: true);
        command.SetAction((parsed, ct) =>
        {
            var talk = new Talk(settings, parsed, terminal) { Named = Field.Named(name => name == "incident") };
            var (zone, list) = (terms.Zone(parsed), parsed.GetValue(file));
            var typed = Typed.Of(parsed, fields, this, terminal.In, zone is not null);
            if (zone is not null) typed.Values["timeZone"] = zone;
            if (list is not null) Check(list, typed);
            if (typed.Problems.Count > 0) return Task.FromResult(talk.Refuse(typed.Problems));
            var (address, content) = list is null ? Body(typed.Values) : (BesideAList, () => Content(list));
            var only = parsed.GetValue(look);
            return talk.Post(new AddressTemplate((only ? Path + "/preview" : Path) + address).Fill(typed.Values), content, terms,
                answer => talk.Tell(answer.Json(), said => only ? Linked.Previewed(said) : Linked.Told(said, typed.Values)), ct);
        });
    }

    static void Check(string list, Typed typed)
    {
        using var lies = FileText.Try(list, File.OpenRead, out var problem);
        if (problem is not null) typed.Problems["file"] = problem;
        foreach (var (name, _) in typed.Values.Where(v => !InAList.Contains(v.Key)))
            typed.Problems[name] = "Give either this or a list with --file, not both.";
    }

    static (string, Func<HttpContent>) Body(JsonObject typed)
    {
        var body = (JsonObject)typed.DeepClone();
        body.Remove("incident");
        var json = body.ToJsonString(Json.Options);
        return ("", () => new StringContent(json, null, "application/json"));
    }

    static StreamContent Content(string list) =>
        new(File.OpenRead(list)) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
}
