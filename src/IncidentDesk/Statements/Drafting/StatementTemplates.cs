using System.Collections.Concurrent;
using Fluid;
using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Statements.Drafting;

/// <summary>The Liquid templates beside the playbooks, one an audience; parsed when first wanted.</summary>
public sealed class StatementTemplates(PlaybookShelf shelf)
{
    readonly ConcurrentDictionary<Audience, Outcome<IFluidTemplate>> _parsed = new();
    readonly Lazy<TemplateOptions> _options = new(TemplateLimits.Options);

    public static string FileOf(Audience audience) => $"statements/{audience.Spelled()}.liquid";

    internal Outcome<string> Render(Audience audience, IReadOnlyDictionary<string, object> model)
    {
        var template = _parsed.GetOrAdd(audience, Parse);
        if (!template.Done) return template.Refusal;
        var context = new TemplateContext(_options.Value);
        foreach (var (name, value) in model) context.SetValue(name, value);
        try
        {
            var text = template.Value.Render(context).Trim() + "\n";
            return text.Length <= WellFormed.Longest ? text
                : Broken(audience, $"Its text has more than {WellFormed.Longest.Figure()} characters.");
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // A template is a small program that others wrote; whatever it ends with is its own fault, and said to be.
            return Broken(audience, wrong is InvalidOperationException && wrong.Message.StartsWith("The maximum", StringComparison.Ordinal)
                ? $"It loops: more than {TemplateLimits.MostSteps.Figure()} steps." : wrong.Message);
        }
    }

    Outcome<IFluidTemplate> Parse(Audience audience)
    {
        if (shelf.TextOf(FileOf(audience)) is not { } text) return new Statement.NoTemplate(FileOf(audience));
        if (!new FluidParser().TryParse(text, out var template, out var why)) return Broken(audience, why);
        return TemplateLimits.ProblemOf(template) is { } problem ? Broken(audience, problem) : new Outcome<IFluidTemplate>(template, null);
    }

    static Statement.BrokenTemplate Broken(Audience audience, string why) => new(FileOf(audience), why);
}
