using System.Buffers;
using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>
/// The part of a file that is in memory: from what is being taken, or else from where the reader stands, onwards. Grows to the largest
/// value that is taken and no further.
/// </summary>
internal sealed class JsonWindow(Stream file, string part)
{
    const int First = 64 << 10, Largest = JsonFile.MostBytes + First;
    static readonly SearchValues<byte> Between = SearchValues.Create(" \t\r\n,:"u8);
    byte[] _bytes = new byte[First];
    int _filled, _counted;
    long _lines;
    bool _opened;
    JsonReaderState _state = new(JsonFile.Reading);

    public string Part => part;

    /// <summary>Up to where the reader has understood the bytes.</summary>
    public int At { get; private set; }

    /// <summary>Start of the value that is being taken; -1 when none is.</summary>
    public int Kept { get; private set; } = -1;

    public bool Ended { get; private set; }

    public Utf8JsonReader Reader() => new(_bytes.AsSpan(At, _filled - At), Ended, _state);

    public ReadOnlySpan<byte> Taken => _bytes.AsSpan(Kept, At - Kept);

    public void Advance(in Utf8JsonReader reader)
    {
        At += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    /// <param name="start">Counted from where the reader began, as the reader counts.</param>
    public void Keep(long start) => Kept = At + (int)start;

    public void Release() => Kept = -1;

    /// <summary>Of a place in the window, from 1.</summary>
    public long Line(int at)
    {
        _lines += _bytes.AsSpan(_counted, at - _counted).Count((byte)'\n');
        _counted = at;
        return _lines + 1;
    }

    /// <summary>Reads on. False when what is kept would become larger than may be taken; the window then has to be released.</summary>
    public bool More()
    {
        if (!_opened) Open();
        else
        {
            Compact();
            if (LongString() is { } start) CutString(start);
            else if (_filled == _bytes.Length && !Grow()) return false;
            else Fill();
        }
        return true;
    }

    public UnreadableException Unreadable(JsonException wrong)
    {
        var line = (wrong.LineNumber ?? 0) + 1;
        // The reader gives no kind of the error but its sentence; tests hold these words.
        if (Says(wrong, "maximum configured depth")) return new(new JsonFile.JsonTooDeep(part, line));
        if (Says(wrong, "end of data") || Says(wrong, "end of the JSON") || (Says(wrong, "end of a number") && EndsInDigit))
            return new(new JsonFile.JsonCutOff(part, line));
        return new(new JsonFile.JsonBroken(part, line, (wrong.BytePositionInLine ?? 0) + 1));
    }

    bool EndsInDigit => Ended && _filled > At && char.IsAsciiDigit((char)_bytes[_filled - 1]);

    static bool Says(JsonException wrong, string words) => wrong.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    void Open()
    {
        _opened = true;
        Fill();
        var start = _bytes.AsSpan(0, _filled);
        if (start.StartsWith("\uFEFF"u8)) At = _counted = 3;
        else if (start.Length >= 2
            && ((start[0] == 0xFF && start[1] == 0xFE) || (start[0] == 0xFE && start[1] == 0xFF) || start[0] == 0 || start[1] == 0))
            throw new UnreadableException(new JsonFile.JsonNotUtf8(part, 1));
        if (start[At..].Trim(" \t\r\n"u8).IsEmpty && Ended) throw new UnreadableException(new JsonFile.JsonEmpty(part));
    }

    void Fill()
    {
        while (_filled < _bytes.Length)
        {
            var read = file.Read(_bytes, _filled, _bytes.Length - _filled);
            _filled += read;
            if (read == 0) Ended = true;
            if (read == 0) break;
        }
    }

    void Compact()
    {
        var from = Kept < 0 ? At : Kept;
        if (from == 0) return;
        Line(from);
        _bytes.AsSpan(from, _filled - from).CopyTo(_bytes);
        (_filled, At, _counted) = (_filled - from, At - from, 0);
        if (Kept > 0) Kept = 0;
    }

    bool Grow()
    {
        if (_bytes.Length >= Largest) return Kept >= 0 ? false : throw new UnreadableException(new JsonFile.Endless(part, Line(At)));
        Array.Resize(ref _bytes, Math.Min(_bytes.Length * 2, Largest));
        Fill();
        return true;
    }

    /// <summary>Where a string starts that is too long already; null when the reader waits for something else.</summary>
    int? LongString()
    {
        if (_filled - At <= JsonFile.LongestString) return null;
        var start = _bytes.AsSpan(At, _filled - At).IndexOfAnyExcept(Between);
        return start >= 0 && _bytes[At + start] == '"' && _filled - At - start > JsonFile.LongestString ? At + start : null;
    }

    /// <summary>Leaves two quotes of a string in the window and passes over the rest of it, however long.</summary>
    void CutString(int start)
    {
        var at = start + 1;
        while (true)
        {
            var found = _bytes.AsSpan(at, _filled - at).IndexOfAny((byte)'"', (byte)'\\');
            if (found >= 0 && _bytes[at + found] == '"') { at += found; break; }
            if (found >= 0 && at + found + 1 < _filled) { at += found + 2; continue; }
            // A backslash at the very end keeps what it escapes from being read alone.
            _filled = start + 1;
            if (found >= 0) _bytes[_filled++] = (byte)'\\';
            if (Ended) return;
            Fill();
            at = start + 1;
        }
        _bytes.AsSpan(at, _filled - at).CopyTo(_bytes.AsSpan(start + 1));
        _filled -= at - start - 1;
    }
}
