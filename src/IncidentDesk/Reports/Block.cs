using System.Text.Json.Serialization;

namespace IncidentDesk.Reports;

/// <summary>How much a piece of text weighs. Colour never stands alone: the words say it too.</summary>
public enum Tone { Plain, Quiet, Strong, Good, Warning, Danger }

/// <summary>One piece of a report, in reading order. In JSON, <c>block</c> says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Heading), "heading"), JsonDerivedType(typeof(Paragraph), "paragraph"),
 JsonDerivedType(typeof(Markdown), "markdown"),
 JsonDerivedType(typeof(KeyValues), "key-values"), JsonDerivedType(typeof(Table), "table"), JsonDerivedType(typeof(Timeline), "timeline"),
 JsonDerivedType(typeof(Callout), "callout"), JsonDerivedType(typeof(BarChart), "bar-chart")]
public abstract record Block
{
    /// <summary>Level 1 to 3; level 1 and 2 become PDF bookmarks.</summary>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>Plain text; a blank line parts paragraphs. No markup is interpreted.</summary>
    public sealed record Paragraph(string Text, Tone Tone = Tone.Plain) : Block;

    /// <summary>Text somebody wrote in Markdown (an update, a statement); raw HTML in it is shown, never run.</summary>
    public sealed record Markdown(string Source) : Block;

    /// <summary>Label and value, label on the left.</summary>
    public sealed record KeyValues(IReadOnlyList<KeyValue> Rows) : Block;

    /// <summary>Rows under a head that is repeated on every page.</summary>
    public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

    /// <summary>Entries in order, each with its time, its author and its text.</summary>
    public sealed record Timeline(IReadOnlyList<TimelineLine> Lines) : Block;

    /// <summary>A boxed remark that must not be missed.</summary>
    public sealed record Callout(Tone Tone, string Title, string Text) : Block;

    /// <summary>Horizontal bars, one a row, each with its figure written out.</summary>
    public sealed record BarChart(string Title, string Unit, IReadOnlyList<Bar> Bars) : Block;
}

public sealed record KeyValue(string Label, string Value, Tone Tone = Tone.Plain, bool Mono = false);

/// <summary>A column; <see cref="Share"/> is its part of the width relative to the other columns.</summary>
public sealed record Column(string Title, double Share = 1, bool Numeric = false, bool Mono = false);

public sealed record Cell(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>One line of a timeline; both times in UTC, drawn in the report's zone and in UTC.</summary>
public sealed record TimelineLine
{
    public required int Position { get; init; }
    public required DateTimeOffset HappenedAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string By { get; init; }
    public required string Text { get; init; }

    /// <summary>Whether <see cref="Text"/> is Markdown; its words are drawn, as plain lines.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>A word of its own in the margin, for example "privileged", "corrected by #12", "redacted".</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
    public Tone Tone { get; init; } = Tone.Plain;
}

public sealed record Bar(string Label, double Value, Tone Tone = Tone.Plain);
