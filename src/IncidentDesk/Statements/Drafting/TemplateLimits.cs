using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace IncidentDesk.Statements.Drafting;

/// <summary>
/// What a template may not do. It fills a text with facts: it needs no other file and no counting, and whatever it does ends soon.
/// The engine counts statements only; a range is a list that it makes before the first of them, however long.
/// </summary>
internal sealed class TemplateLimits : AstVisitor
{
    /// <summary>Statements that are carried out. The longest template that ships needs some hundred.</summary>
    public const int MostSteps = 10_000;

    const int MostRecursion = 20;

    string? _problem;

    /// <summary>In words for who wrote the template; null when there is nothing against it.</summary>
    public static string? ProblemOf(IFluidTemplate template)
    {
        var limits = new TemplateLimits();
        limits.VisitTemplate(template);
        return limits._problem;
    }

    /// <summary>A name the model does not have is an error of the template, never an empty place in a text to the public.</summary>
    public static TemplateOptions Options() => new()
    {
        StrictVariables = true, StrictFilters = true, MaxSteps = MostSteps, MaxRecursion = MostRecursion,
        CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
        Assigned = (_, value, _) => Bounded(value), Captured = (_, value, _) => Bounded(value),
    };

    /// <summary>A text that is put behind itself thirty times would fill the memory in thirty steps.</summary>
    static ValueTask<FluidValue> Bounded(FluidValue value) => value is StringValue && value.ToStringValue().Length > WellFormed.Longest
        ? throw new FluidException($"It assigns a text of more than {WellFormed.Longest.Figure()} characters.") : new(value);

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) =>
        Refused(rangeExpression, "It counts with a range (1..n). Loop over a list of the model instead.");

    protected override Fluid.Ast.Statement VisitIncludeStatement(IncludeStatement includeStatement) => Refused(includeStatement, OneFile);

    protected override Fluid.Ast.Statement VisitRenderStatement(RenderStatement renderStatement) => Refused(renderStatement, OneFile);

    protected override Fluid.Ast.Statement VisitFromStatement(FromStatement fromStatement) => Refused(fromStatement, OneFile);

    const string OneFile = "It includes another file. Write the whole text in one file.";

    T Refused<T>(T node, string why)
    {
        _problem ??= why;
        return node;
    }
}
