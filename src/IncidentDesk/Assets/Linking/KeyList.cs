using System.Text;
using System.Text.Unicode;

namespace IncidentDesk.Assets.Linking;

/// <summary>
/// Keys out of a file in UTF-8: one a line, or the column <c>key</c> of a CSV (comma, semicolon or tab). Each is a key,
/// or the name by which another system knows the asset. Blank lines and lines that begin with <c>#</c> are passed over.
/// Read as it comes in; nothing is saved here.
/// </summary>
/// <param name="Lines">In which line each key stands, from 1.</param>
public sealed record KeyList(IReadOnlyList<string> Keys, IReadOnlyList<int> Lines)
{
    const int MostBytes = 64 << 20, LongestLine = 64 << 10;

    public static Task<Outcome<KeyList>> Read(Stream file, CancellationToken ct = default) => Read(file, new KeyLines(), ct);

    internal static async Task<Outcome<KeyList>> Read(Stream file, KeyLines lines, CancellationToken ct)
    {
        var (buffer, kept, all) = (new byte[LongestLine + 1], 0, 0L);
        for (int read; (read = await file.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            if ((all += read) > MostBytes) return new Refusal.TooLarge("The list", "64 MB");
            kept += read;
            var from = 0;
            for (int end; (end = buffer.AsSpan(from, kept - from).IndexOf((byte)'\n')) >= 0; from += end + 1)
                if (lines.Take(buffer.AsSpan(from, end)) is { } wrong) return wrong;
            buffer.AsSpan(from, kept - from).CopyTo(buffer);
            kept -= from;
            if (kept == buffer.Length) return new ListLineTooLong(lines.Line + 1);
        }
        if (lines.Take(buffer.AsSpan(0, kept)) is { } last) return last;
        return lines.Keys.Count == 0 ? new ListEmpty() : new KeyList(lines.Keys, lines.Lines);
    }

    /// <summary>The command, about what is on this list.</summary>
    public LinkAssets In(LinkAssets command) => command with { Keys = Keys, Lines = Lines };

    public sealed record ListEmpty()
        : Refusal.Unreadable(
            "Nothing was linked. There is no key in the list. Write one key per line, or send a CSV file with a column named key.");

    public sealed record ListNotUtf8(int Line)
        : Refusal.Unreadable($"Nothing was linked. Line {Line} of the list is not UTF-8. Save it as text in UTF-8 and send it again.");

    public sealed record ListLineTooLong(int Line)
        : Refusal.Unreadable(
            $"Nothing was linked. Line {Line} of the list is longer than 64 KiB. Put each key on its own line; check the line ends.");

    public sealed record ListKeyTooLong(int Line)
        : Refusal.Unreadable($"Nothing was linked. The key in line {Line} of the list has more than "
            + $"{AssetKey.MostCharacters:N0} characters. Correct or remove the line.");

    public sealed record ListKeyUnprintable(int Line, string Flaw)
        : Refusal.Unreadable($"Nothing was linked. The key in line {Line} of the list {Flaw}. Correct or remove the line.");

    public sealed record ListQuoteOpen(int Line)
        : Refusal.Unreadable(
            $"Nothing was linked. In line {Line} of the list the quotes do not match; double each quote within a field. Correct the line.");

    public sealed record ListKeyMissing(int Line)
        : Refusal.Unreadable($"Nothing was linked. The column key is empty in line {Line} of the list. Correct or remove the line.");

    public sealed record ListTooLong(int Line)
        : Refusal.Unreadable($"Nothing was linked. The list has more than {AssetChoice.MostKeys:N0} keys; "
            + $"line {Line:N0} is one too many. Send it in parts, or use a pattern.");
}

/// <summary>Takes a list line by line; the first line that holds anything says whether it is a CSV.</summary>
/// <param name="plain">It is none, and has no remarks either: each line is a key as it stands.</param>
internal sealed class KeyLines(bool plain = false)
{
    (char Separator, int Column)? _csv;

    public int Line { get; private set; }
    public List<string> Keys { get; } = [];
    public List<int> Lines { get; } = [];

    /// <summary>Why the list is refused; null while it is sound.</summary>
    public Refusal? Take(ReadOnlySpan<byte> line)
    {
        Line++;
        if (!Utf8.IsValid(line)) return new KeyList.ListNotUtf8(Line);
        var text = Bare(Encoding.UTF8.GetString(line));
        if (text.Length == 0 || (text[0] == '#' && !plain)) return null;
        if (!plain && Keys.Count == 0 && _csv is null && Header(text) is { } header)
        {
            _csv = header;
            return null;
        }
        return _csv is { } csv ? Field(text, csv.Separator, csv.Column) : Add(text);
    }

    static (char, int)? Header(string line)
    {
        foreach (var separator in ",;\t")
            if (CsvFields.Of(line, separator)?.FindIndex(f => Bare(f).Equals("key", StringComparison.OrdinalIgnoreCase)) is >= 0 and var at)
                return (separator, at);
        return null;
    }

    Refusal? Field(string line, char separator, int column)
    {
        if (CsvFields.Of(line, separator) is not { } fields) return new KeyList.ListQuoteOpen(Line);
        return column < fields.Count && Bare(fields[column]) is { Length: > 0 } key ? Add(key) : new KeyList.ListKeyMissing(Line);
    }

    /// <summary>Byte order marks stand where files were put one behind the other, too.</summary>
    static string Bare(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsBlank(text[from])) from++;
        while (to > from && IsBlank(text[to - 1])) to--;
        return text[from..to];

        static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';
    }

    Refusal? Add(string key)
    {
        if (key.Length > AssetKey.MostCharacters) return new KeyList.ListKeyTooLong(Line);
        if (WellFormed.Flaw(key, lines: false) is { } flaw) return new KeyList.ListKeyUnprintable(Line, flaw.What);
        if (Keys.Count == AssetChoice.MostKeys) return new KeyList.ListTooLong(Line);
        Keys.Add(key);
        Lines.Add(Line);
        return null;
    }
}

/// <summary>One line of a CSV (RFC 4180), whose fields do not go on in the next.</summary>
internal static class CsvFields
{
    /// <summary>Null when the quotes do not fit.</summary>
    public static List<string>? Of(string line, char separator)
    {
        var fields = new List<string>();
        for (var at = 0; at <= line.Length;)
        {
            var (field, end) = at < line.Length && line[at] == '"' ? Quoted(line, at) : Plain(line, at, separator);
            if (field is null || (end < line.Length && line[end] != separator)) return null;
            fields.Add(field);
            at = end + 1;
        }
        return fields;
    }

    static (string?, int) Plain(string line, int at, char separator) =>
        line.IndexOf(separator, at) is >= 0 and var end ? (line[at..end], end) : (line[at..], line.Length);

    static (string?, int) Quoted(string line, int at)
    {
        var field = new StringBuilder();
        for (at++; line.IndexOf('"', at) is >= 0 and var quote; at = quote + 2)
        {
            field.Append(line, at, quote - at);
            if (quote + 1 == line.Length || line[quote + 1] != '"') return (field.ToString(), quote + 1);
            field.Append('"');
        }
        return (null, at);
    }
}
