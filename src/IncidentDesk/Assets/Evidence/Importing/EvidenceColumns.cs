using CsvHelper;
using IncidentDesk.Assets.Evidence.Recording;

namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>The columns of a file of evidence, by what it is about; the first two are needed, in any order.</summary>
internal sealed class EvidenceColumns
{
    readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    readonly EvidenceKind _kind;

    EvidenceColumns(EvidenceKind kind) => _kind = kind;

    public static string Wanted(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Readers => "key,group,people,from,to,source",
        EvidenceKind.Accesses => "key,source,accesses,from,to,evidence,looked_by",
        _ => "key,log,state,from,to,retention",
    };

    public static Outcome<EvidenceColumns> Of(EvidenceKind kind, IReadOnlyList<string> header)
    {
        var (columns, wanted) = (new EvidenceColumns(kind), Wanted(kind).Split(','));
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i].Trim().ToLowerInvariant();
            if (!wanted.Contains(name)) return new EvidenceCsv.UnknownEvidenceColumn(Shortened(header[i]), Wanted(kind));
            if (!columns._at.TryAdd(name, i)) return new EvidenceCsv.EvidenceColumnTwice(name);
        }
        string[] needed = kind is EvidenceKind.Coverage ? wanted[..3] : wanted[..2];
        return needed.All(columns._at.ContainsKey) ? columns
            : new EvidenceCsv.MissingColumn(string.Join(" and ", needed.Where(n => !columns._at.ContainsKey(n))), Wanted(kind));
    }

    /// <summary>The row with its words, or why it cannot be taken.</summary>
    public (EvidencePart Part, EvidenceRow Row, string? Problem) Read(CsvReader csv)
    {
        var (key, problem) = (Field(csv, "key") ?? "", default(string));
        problem = AssetKey.Problem(key);
        var (from, to, figure) = (Instant("from"), Instant("to"), Figure(csv, ref problem));
        var part = Words(csv, ref problem);
        if (to < from) problem ??= "The period ends before it starts.";
        if (_kind is EvidenceKind.Coverage && from is null && part.Log is not LogState.None)
            problem ??= "from is empty; without its start the log proves no coverage.";
        return (part, new(( int)csv.LineNumber, 0, key, from, to, figure), problem);

        DateTimeOffset? Instant(string column)
        {
            if (Field(csv, column) is not { } text) return null;
            if (Instants.TryRead(text, out var instant)) return instant.ToUniversalTime();
            problem ??= $"{column} is not a time with an offset, such as 2026-06-12T03:10:00Z.";
            return null;
        }
    }

    EvidencePart Words(CsvReader csv, ref string? problem) => _kind switch
    {
        EvidenceKind.Readers => new(Needed(csv, "group", ref problem), Source: Text(csv, "source", ref problem)),
        EvidenceKind.Accesses => new(Needed(csv, "source", ref problem),
            Text: Text(csv, "evidence", ref problem, Recording.EvidenceRules.MostOfText), By: Text(csv, "looked_by", ref problem)),
        _ => new(Needed(csv, "log", ref problem), Text: Text(csv, "retention", ref problem), Log: State(csv, ref problem)),
    };

    /// <summary><c>12</c> was counted, <c>~12</c> is an estimate, <c>unknown</c> or nothing is unknown.</summary>
    Figure Figure(CsvReader csv, ref string? problem)
    {
        var column = _kind is EvidenceKind.Readers ? "people" : "accesses";
        if (Field(csv, column) is not { } text || text.Equals("unknown", StringComparison.OrdinalIgnoreCase))
            return Evidence.Figure.Unknown;
        var certainty = text[0] == '~' ? Certainty.Estimate : Certainty.Actual;
        if (int.TryParse(text.AsSpan(text[0] == '~' ? 1 : 0), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var count))
            return new(certainty, count);
        problem ??= $"{column} must be a whole number (with ~ before an estimate) or unknown.";
        return Evidence.Figure.Unknown;
    }

    LogState? State(CsvReader csv, ref string? problem)
    {
        var word = Field(csv, "state")?.ToLowerInvariant();
        if (word is "complete") return LogState.Complete;
        if (word is "gaps") return LogState.Gaps;
        if (word is not "none") problem ??= "state must be complete, gaps or none.";
        return LogState.None;
    }

    string? Needed(CsvReader csv, string column, ref string? problem)
    {
        var text = Text(csv, column, ref problem);
        if (text is null) problem ??= $"{column} is empty.";
        return text;
    }

    string? Text(CsvReader csv, string column, ref string? problem, int most = Recording.EvidenceRules.MostOfName)
    {
        var text = Field(csv, column);
        if (text?.Length > most) problem ??= $"{column} is longer than {most:N0} characters.";
        if (text is not null && WellFormed.Flaw(text, lines: false) is { } flaw) problem ??= $"{column} {flaw.What}.";
        return text;
    }

    string? Field(CsvReader csv, string column) =>
        _at.TryGetValue(column, out var at) && at < csv.FieldCount ? csv.GetString(at).OrNull() : null;

    static string Shortened(string text) => WellFormed.Shown(text, 60);
}
