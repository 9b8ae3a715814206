using IncidentDesk.Documents.Markdown;
using IncidentDesk.Reports;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SkiaSharp;

namespace IncidentDesk.Documents.Skia;

/// <summary>Markdown as slabs: paragraphs, headings, lists, quotations, code, tables.</summary>
internal sealed class MarkdownSlabs(LineBreaker lines, TextSlabs text, TableSlabs tables)
{
    const float Step = 16;

    // Deeper levels are drawn, but no further to the right: the text needs room.
    const float DeepestIndent = 6 * Step;

    public IEnumerable<Slab> Of(string source) => Blocks(MarkdownSource.Read(source), 0);

    IEnumerable<Slab> Blocks(ContainerBlock container, float indent) =>
        container.SelectMany(block => Of(block, Math.Min(indent, DeepestIndent)));

    IEnumerable<Slab> Of(Markdig.Syntax.Block block, float indent) => block switch
    {
        HeadingBlock heading => text.Set(MarkdownSpans.Of(heading.Inline, TextStyle.Heading3), before: 10, indent, keep: true),
        ParagraphBlock paragraph => text.Set(MarkdownSpans.Of(paragraph.Inline, TextStyle.Body), before: 7, indent),
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, i) => Item(list, item, i, indent)),
        QuoteBlock quote => Blocks(quote, indent + Step).Select(slab => Barred(slab, Sheet.Left + indent + 3)),
        CodeBlock code => Code(code, indent),
        ThematicBreakBlock => [new Slab(1, (canvas, y) => Sheet.Rule(canvas, y, Ink.Rule)) { Before = 9 }],
        Table table => tables.Table(Plain(table)),
        ContainerBlock container => Blocks(container, indent),
        LeafBlock { Inline: { } inline } => text.Set(MarkdownSpans.Of(inline, TextStyle.Body), before: 7, indent),
        _ => [],
    };

    IEnumerable<Slab> Item(ListBlock list, ListItemBlock item, int index, float indent)
    {
        var start = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        var mark = lines.Break(list.IsOrdered ? $"{start + index}." : "•", TextStyle.Body.Quiet, Sheet.Measure)[0];
        var content = Blocks(item, indent + Step).Select(slab => slab with { Before = Math.Min(slab.Before, 4) });
        return content.DefaultIfEmpty(new Slab(mark.Height, (_, _) => { })).Select((slab, i) => i > 0 ? slab : slab with
        {
            Draw = (canvas, y) =>
            {
                mark.Draw(canvas, Sheet.Left + indent + Step - 5 - Math.Max(mark.Width, 6), y);
                slab.Draw(canvas, y);
            },
        });
    }

    static Slab Barred(Slab slab, float x) => slab with
    {
        Draw = (canvas, y) =>
        {
            Sheet.Fill(canvas, new SKRect(x, y, x + 1.5f, y + slab.Height + 0.4f), Ink.StrongRule);
            slab.Draw(canvas, y);
        },
    };

    IEnumerable<Slab> Code(CodeBlock code, float indent) =>
        lines.Break(code.Lines.ToString(), TextStyle.Code, Sheet.Measure - indent - 16)
            .Select((line, i) => new Slab(line.Height, (canvas, y) =>
            {
                Sheet.Fill(canvas, new SKRect(Sheet.Left + indent, y, Sheet.Right, y + line.Height + 0.4f), Ink.Wash);
                line.Draw(canvas, Sheet.Left + indent + 8, y);
            })
            { Before = i == 0 ? 8 : 0 });

    static Reports.Block.Table Plain(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Words).ToList()).ToList();
        return new("", [.. rows[0].Select(title => new Column(title))],
            [.. rows.Skip(1).Select(row => row.Select(cell => new Cell(cell)).ToList())]);
    }

    static string Words(TableCell cell) => string.Join('\n', cell.OfType<ParagraphBlock>()
        .Select(paragraph => string.Concat(MarkdownSpans.Of(paragraph.Inline, TextStyle.Cell).Select(span => span.Text))));
}
