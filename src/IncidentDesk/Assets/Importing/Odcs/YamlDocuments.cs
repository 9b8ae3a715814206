using System.Text;
using System.Text.Json;
using IncidentDesk.Assets.Importing.JsonStreams;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IncidentDesk.Assets.Importing.Odcs;

/// <summary>
/// The documents of a YAML file as JSON elements; every scalar is a string, an empty one null. What aliases point at is written out, up to
/// a bound: a few lines of aliases of aliases would otherwise fill any memory.
/// </summary>
internal sealed class YamlDocuments
{
    public const int MostCharacters = 8 << 20, MostNodes = 500_000, MostDepth = 64;

    public sealed record YamlBroken(string Part, int Line, int Column)
        : Refusal.Unreadable(
            $"Nothing was imported. {Part} is not valid YAML: line {Line}, column {Column}. Correct it and send it again.");

    public sealed record YamlNotUtf8(string Part)
        : Refusal.Unreadable($"Nothing was imported. {Part} is not UTF-8. Save it as UTF-8 and send it again.");

    public sealed record TooMuch(string Part, int Line)
        : Refusal.Unreadable($"Nothing was imported. {Part} has more than {MostNodes:N0} values up "
            + $"to line {Line}, with its aliases expanded. Split it into several files.");

    public sealed record YamlTooDeep(string Part, int Line)
        : Refusal.Unreadable($"Nothing was imported. Line {Line} of {Part} is nested deeper than "
            + $"{MostDepth} levels. Write it with fewer levels and send it again.");

    readonly string _part;
    readonly Dictionary<string, List<ParsingEvent>> _anchors = new(StringComparer.Ordinal);
    readonly List<List<ParsingEvent>> _recording = [];
    int _nodes, _characters, _line;

    YamlDocuments(string part) => _part = part;

    /// <param name="Line">Where the document starts, from 1.</param>
    public readonly record struct Document(int Line, JsonElement Root);

    /// <exception cref="UnreadableException">It is not sound YAML in UTF-8, or more of it than is taken.</exception>
    public static IEnumerable<Document> Read(CataloguePart part)
    {
        using var file = part.Open();
        using var text = new BoundedReader(file, part.Name);
        var documents = new YamlDocuments(part.Name);
        using var events = documents.Events(text).GetEnumerator();
        while (events.MoveNext())
            if (events.Current is DocumentStart start) yield return new((int)start.Start.Line, documents.Root(events));
    }

    /// <summary>The parser's events. What it throws on malformed text is of many kinds, and all of them mean the same.</summary>
    IEnumerable<ParsingEvent> Events(TextReader text)
    {
        Parser? parser = null;
        while (true)
        {
            try
            {
                parser ??= new Parser(text);
                if (!parser.MoveNext()) yield break;
            }
            catch (Exception e) when (e is not UnreadableException and not IOException and not OutOfMemoryException)
            {
                throw e is YamlException { InnerException: DecoderFallbackException } or DecoderFallbackException
                    ? new UnreadableException(new YamlNotUtf8(_part))
                    : new UnreadableException(new YamlBroken(
                        _part, Math.Max(1, (int)((e as YamlException)?.Start.Line ?? _line)),
                        Math.Max(1, (int)((e as YamlException)?.Start.Column ?? 1))));
            }
            if (parser.Current is not { } now) continue;
            _line = (int)now.Start.Line;
            yield return now;
        }
    }

    JsonElement Root(IEnumerator<ParsingEvent> events)
    {
        _anchors.Clear();
        _recording.Clear();
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new() { MaxDepth = MostDepth + 2 })) Node(Next(events), events, writer, 0);
        try
        {
            return JsonElement.Parse(json.GetBuffer().AsSpan(0, (int)json.Length), JsonFile.Taking);
        }
        catch (JsonException)
        {
            // Names twice, which YAML forbids as well.
            throw new UnreadableException(new YamlBroken(_part, _line, 1));
        }
    }

    void Node(ParsingEvent now, IEnumerator<ParsingEvent> events, Utf8JsonWriter writer, int depth)
    {
        if (depth > MostDepth) throw new UnreadableException(new YamlTooDeep(_part, _line));
        if (now is AnchorAlias alias)
        {
            Again(alias, writer, depth);
            return;
        }
        var recorded = now is NodeEvent { Anchor.IsEmpty: false } ? new List<ParsingEvent> { now } : null;
        if (recorded is not null) _recording.Add(recorded);
        switch (now)
        {
            case Scalar scalar: Write(scalar, writer); break;
            case SequenceStart: Sequence(events, writer, depth); break;
            case MappingStart: Mapping(events, writer, depth); break;
            default: throw Wrong(now);
        }
        if (recorded is null) return;
        _recording.Remove(recorded);
        _anchors[((NodeEvent)now).Anchor.Value] = recorded;
    }

    void Sequence(IEnumerator<ParsingEvent> events, Utf8JsonWriter writer, int depth)
    {
        writer.WriteStartArray();
        while (Next(events) is var now && now is not SequenceEnd) Node(now, events, writer, depth + 1);
        writer.WriteEndArray();
    }

    void Mapping(IEnumerator<ParsingEvent> events, Utf8JsonWriter writer, int depth)
    {
        writer.WriteStartObject();
        while (Next(events) is var now && now is not MappingEnd)
        {
            if (now is not Scalar name) throw Wrong(now);
            writer.WritePropertyName(Checked(name));
            Node(Next(events), events, writer, depth + 1);
        }
        writer.WriteEndObject();
    }

    /// <summary>An alias of what is not finished yet would never end; the parser itself lets it through.</summary>
    void Again(AnchorAlias alias, Utf8JsonWriter writer, int depth)
    {
        foreach (var open in _recording) open.RemoveAt(open.Count - 1);
        if (!_anchors.TryGetValue(alias.Value.Value, out var recorded)) throw Wrong(alias);
        using IEnumerator<ParsingEvent> events = recorded.GetEnumerator();
        Node(Plain(Next(events)), events, writer, depth);
    }

    /// <summary>The same without its anchor, which would record it once more.</summary>
    static ParsingEvent Plain(ParsingEvent now) => now switch
    {
        Scalar s => new Scalar(AnchorName.Empty, s.Tag, s.Value, s.Style, s.IsPlainImplicit, s.IsQuotedImplicit),
        SequenceStart s => new SequenceStart(AnchorName.Empty, s.Tag, s.IsImplicit, s.Style),
        MappingStart m => new MappingStart(AnchorName.Empty, m.Tag, m.IsImplicit, m.Style),
        _ => now,
    };

    ParsingEvent Next(IEnumerator<ParsingEvent> events)
    {
        if (!events.MoveNext()) throw new UnreadableException(new YamlBroken(_part, Math.Max(1, _line), 1));
        // What is kept for aliases costs memory as well.
        _nodes += 1 + _recording.Count;
        if (_nodes > MostNodes) throw new UnreadableException(new TooMuch(_part, _line));
        foreach (var open in _recording) open.Add(events.Current);
        return events.Current;
    }

    void Write(Scalar scalar, Utf8JsonWriter writer)
    {
        if (scalar.Style is ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL") writer.WriteNullValue();
        else writer.WriteStringValue(Checked(scalar));
    }

    string Checked(Scalar scalar)
    {
        _characters += scalar.Value.Length;
        if (_characters > MostCharacters) throw new UnreadableException(new TooMuch(_part, _line));
        return scalar.Value;
    }

    UnreadableException Wrong(ParsingEvent at) =>
        new(new YamlBroken(_part, Math.Max(1, (int)at.Start.Line), Math.Max(1, (int)at.Start.Column)));

    /// <summary>Ends a file that is far larger than any contract, before the parser has looked at all of it.</summary>
    sealed class BoundedReader(Stream file, string part)
        : StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false)
    {
        int _read;

        public override int Read(char[] buffer, int index, int count) => Counted(base.Read(buffer, index, count));

        public override int Read() => Counted(base.Read() is var c && c >= 0 ? 1 : 0) == 0 ? -1 : c;

        int Counted(int read) => (_read += read) <= MostCharacters ? read
            : throw new UnreadableException(new Refusal.TooLarge(part, "8 million characters"));
    }
}
