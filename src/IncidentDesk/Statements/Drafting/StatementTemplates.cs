using System.Collections.Concurrent;
using System.Globalization;
using Fluid;
using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Statements.Drafting;

/// <summary>The Liquid templates beside the playbooks, one an audience; parsed when first wanted.</summary>
public sealed class StatementTemplates(PlaybookShelf shelf)
{
    readonly ConcurrentDictionary<Audience, Outcome<IFluidTemplate>> _parsed = new();
    readonly Lazy<TemplateOptions> _options = new(() => new()
    {
        // A name the model does not have is an error of the template, never an empty place in a text to the public.
        StrictVariables = true, StrictFilters = true, MaxSteps = 100_000, MaxRecursion = 20, CultureInfo = CultureInfo.InvariantCulture,
    });

    public static string FileOf(Audience audience) => $"statements/{audience.Code()}.liquid";

    internal Outcome<string> Render(Audience audience, IReadOnlyDictionary<string, object> model)
    {
        var template = _parsed.GetOrAdd(audience, Parse);
        if (!template.Done) return template.Refusal;
        var context = new TemplateContext(_options.Value);
        foreach (var (name, value) in model) context.SetValue(name, value);
        try
        {
            return template.Value.Render(context).Trim() + "\n";
        }
        catch (FluidException wrong)
        {
            return new Statement.BrokenTemplate(FileOf(audience), wrong.Message);
        }
    }

    Outcome<IFluidTemplate> Parse(Audience audience)
    {
        var file = FileOf(audience);
        if (shelf.TextOf(file) is not { } text) return new Statement.NoTemplate(file);
        return new FluidParser().TryParse(text, out var template, out var why)
            ? new Outcome<IFluidTemplate>(template, null) : new Statement.BrokenTemplate(file, why);
    }
}
