namespace IncidentDesk.Documents.Markdown;

/// <summary>
/// Whether a text is Markdown that somebody could have meant. Brackets and emphasis that never close are compared with all that came before
/// them, and marks of quotes and lists one inside the other are opened one by one: both cost the parser the square of their number.
/// </summary>
internal static class MarkdownWork
{
    /// <summary>Within one paragraph: one of them for every forty characters of the longest text.</summary>
    const int MostBrackets = 500, MostRuns = 1_000;

    /// <summary>Deeper, nobody sees how deep.</summary>
    const int MostNested = 30;

    public static bool IsTooMuch(string source)
    {
        var (brackets, runs) = (0, 0);
        foreach (var line in source.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) (brackets, runs) = (0, 0);
            if (Nested(line) > MostNested) return true;
            brackets += line.Count('[');
            runs += Runs(line);
            if (brackets > MostBrackets || runs > MostRuns) return true;
        }
        return false;
    }

    static int Runs(ReadOnlySpan<char> line)
    {
        var runs = 0;
        for (var i = 0; i < line.Length; i++)
            if (line[i] is '*' or '_' && (i == 0 || line[i - 1] != line[i])) runs++;
        return runs;
    }

    /// <summary>How many quotations and lists one line opens, each with a mark; a rule or dots are none.</summary>
    static int Nested(ReadOnlySpan<char> line)
    {
        var marks = 0;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '>' || (IsBullet(line, i) && i + 1 < line.Length && char.IsWhiteSpace(line[i + 1]))) marks++;
            else if (!char.IsWhiteSpace(line[i]) && !char.IsAsciiDigit(line[i])) break;
        return marks;
    }

    static bool IsBullet(ReadOnlySpan<char> line, int i) =>
        line[i] is '-' or '+' or '*' || (line[i] is '.' or ')' && i > 0 && char.IsAsciiDigit(line[i - 1]));
}
