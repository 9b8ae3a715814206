using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Skia;

/// <summary>Every block of a report as slabs, one after the other and only when asked for.</summary>
internal sealed class BlockSlabs
{
    readonly Report _report;
    readonly TextSlabs _text;
    readonly TableSlabs _tables;
    readonly FactSlabs _facts;
    readonly FigureSlabs _figures;
    readonly MarkdownSlabs _markdown;

    public BlockSlabs(Report report, LineBreaker lines)
    {
        _report = report;
        _text = new TextSlabs(lines);
        _tables = new TableSlabs(lines, _text);
        _facts = new FactSlabs(lines, report.Marks);
        _figures = new FigureSlabs(lines, _text);
        _markdown = new MarkdownSlabs(lines, _text, _tables);
    }

    public IEnumerable<Slab> All() => Title().Concat(_report.Blocks.SelectMany(Of));

    IEnumerable<Slab> Title()
    {
        var marks = _report.Marks;
        return _text.Set([new Span($"{marks.Subject} · {marks.Kind}", TextStyle.Caption.Quiet)], before: 0, keep: true)
            .Concat(_text.Set([new Span(_report.Title, TextStyle.Title)], before: 4, keep: true))
            .Append(Slab.Gap(5) with { KeepWithNext = true })
            .Concat(_facts.KeyValues(new Provenance(marks).TitleRows))
            .Append(Slab.Gap(6));
    }

    IEnumerable<Slab> Of(Block block) => block switch
    {
        Block.Heading heading => _text.Heading(heading),
        Block.Paragraph paragraph => _text.Paragraphs(paragraph.Text, TextStyle.Body.In(paragraph.Tone)),
        Block.Markdown markdown => _markdown.Of(markdown.Source),
        Block.KeyValues facts => _facts.KeyValues(facts.Rows),
        Block.Table table => _tables.Table(table),
        Block.Timeline timeline => _facts.Timeline(timeline.Lines),
        Block.Callout callout => _figures.Callout(callout),
        Block.BarChart chart => _figures.Bars(chart),
        _ => throw new NotSupportedException($"No drawing for {block.GetType().Name}."),
    };
}
