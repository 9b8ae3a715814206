namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>Why JSON is refused as a whole.</summary>
public static partial class JsonFile
{
    public sealed record JsonBroken(string Part, long Line, long Byte)
        : Refusal.Unreadable($"Nothing was imported. {Part} is not valid JSON: line {Line}, byte {Byte}. Export it again and send that.");

    public sealed record JsonCutOff(string Part, long Line)
        : Refusal.Unreadable(
            $"Nothing was imported. {Part} is incomplete: it ends in line {Line}. It was cut off in transfer; send the whole file.");

    public sealed record JsonTooDeep(string Part, long Line)
        : Refusal.Unreadable(
            $"Nothing was imported. Line {Line} of {Part} is nested deeper than {MostDepth} levels. Export it with fewer levels.");

    public sealed record JsonEmpty(string Part)
        : Refusal.Unreadable($"Nothing was imported. {Part} is empty. Export it again and send that.");

    public sealed record JsonNotUtf8(string Part, long Line)
        : Refusal.Unreadable($"Nothing was imported. {Part} is not UTF-8, as line {Line} shows. Save it as UTF-8 and send it again.");

    public sealed record Endless(string Part, long Line)
        : Refusal.Unreadable($"Nothing was imported. In {Part}, a number or blank space that starts "
            + $"in line {Line} is longer than 16 MB. Export it again and send that.");
}
