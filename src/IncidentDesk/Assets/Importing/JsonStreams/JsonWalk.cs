using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>Walks through a window token by token, enters what leads to something wanted and passes over everything else.</summary>
internal sealed class JsonWalk(JsonWindow window, JsonWanted wanted)
{
    readonly Stack<JsonLevel> _levels = new();
    long _values, _line;

    /// <summary>The depth at which the value ends that is being taken or passed over; null between values.</summary>
    int? _until;

    /// <summary>What is being taken; null while something is passed over.</summary>
    string? _under;
    string? _problem;

    /// <summary>What comes next of what is wanted; null at the end of the file.</summary>
    public JsonFound? Next()
    {
        try
        {
            while (true)
            {
                var reader = window.Reader();
                var stands = _until is null ? reader.Read() : ToTheEnd(ref reader);
                if (stands && Token(ref reader) is { } found) return found;
                if (stands) continue;
                window.Advance(reader);
                if (window.Ended) return null;
                if (!window.More()) PassOver($"It is larger than {JsonFile.MostBytes >> 20} MB and was skipped.");
            }
        }
        catch (JsonException wrong)
        {
            throw window.Unreadable(wrong);
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text; the reader checks names only when they are asked for.
            throw new UnreadableException(new JsonFile.JsonNotUtf8(window.Part, window.Line(window.At)));
        }
    }

    bool ToTheEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read())
            if (reader.CurrentDepth == _until && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) return true;
        return false;
    }

    JsonFound? Token(ref Utf8JsonReader reader)
    {
        if (_until is null && reader.TokenType is JsonTokenType.PropertyName) _levels.Peek().Enter(reader.GetString()!);
        else if (_until is null && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) _levels.Pop();
        else if (_until is not null || !Starts(ref reader))
        {
            window.Advance(reader);
            return Ends();
        }
        window.Advance(reader);
        return null;
    }

    /// <summary>False when the value is over already, because it is a string, a number or a word.</summary>
    bool Starts(ref Utf8JsonReader reader)
    {
        var (start, token) = (reader.TokenStartIndex, reader.TokenType);
        if (_levels.Count == 0) (_values, _line) = (_values + 1, window.Line(window.At + (int)start));
        var next = _levels.TryPeek(out var level) ? level.Next() : wanted;
        if ((token is JsonTokenType.StartObject && next is { LooksIntoObjects: true })
            || (token is JsonTokenType.StartArray && next is { LooksIntoArrays: true }))
        {
            if (level is not { Again: true })
            {
                _levels.Push(new JsonLevel(next, token is JsonTokenType.StartArray, Path()));
                return true;
            }
        }
        else if (next?.Path is null) next = null;
        _under = next is null ? null : next.Path ?? "";
        if (level is { Again: true }) PassOver("An earlier member of this name was used.");
        else if (_under is not null) window.Keep(start);
        var goesOn = token is JsonTokenType.StartObject or JsonTokenType.StartArray;
        _until = goesOn ? reader.CurrentDepth : null;
        return goesOn;
    }

    void PassOver(string problem)
    {
        _problem = problem;
        window.Release();
    }

    JsonFound? Ends()
    {
        var (under, problem) = (_under, _problem);
        (_until, _under, _problem) = (null, null, null);
        if (under is null) return null;
        var place = _levels.Count == 0 ? $"line {_line}" : Path();
        var element = default(JsonElement);
        if (problem is null && !JsonElements.Try(window.Taken, out element, out problem)) problem ??= "";
        window.Release();
        return new(place, under, _levels.TryPeek(out var level) ? level.Name : null,
            element, problem is null ? null : new RejectedStatement(place, problem));
    }

    string Path() => _levels.TryPeek(out var level) ? level.Path : _values > 1 ? $"line {_line}: $" : "$";
}
