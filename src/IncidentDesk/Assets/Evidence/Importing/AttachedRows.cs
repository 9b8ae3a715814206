using System.Globalization;
using System.Text;
using IncidentDesk.Assets.Evidence.Events;

namespace IncidentDesk.Assets.Evidence.Importing;

/// <summary>
/// The rows that were taken as an attachment: a line each, parted by tabs: number of the words, start, end, figure, key. Keys hold
/// no control characters, so neither a tab nor a line break is part of one. The same rows give the same bytes.
/// </summary>
internal static class AttachedRows
{
    public static byte[] Write(IEnumerable<EvidenceRow> rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Part}\t{At(r.From)}\t{At(r.To)}\t{Spelled(r.Figure)}\t{r.Key}"))
        .Order(StringComparer.Ordinal)));

    public static IEnumerable<(int Part, EvidenceKeyLine Line)> Read(byte[] attachment)
    {
        foreach (var line in Encoding.UTF8.GetString(attachment).Split('\n'))
        {
            var fields = line.Split('\t');
            yield return (int.Parse(fields[0], CultureInfo.InvariantCulture),
                new(fields[4], Instant(fields[1]), Instant(fields[2]), Figure(fields[3])));
        }
    }

    static string At(DateTimeOffset? instant) => instant is { } at ? Instants.Write(at) : "";

    static DateTimeOffset? Instant(string text) => text.Length == 0 ? null
        : Instants.TryRead(text, out var instant) ? instant : throw new InvalidDataException("The attachment holds a time that is none.");

    static string Spelled(Figure figure) => figure.Is switch
    {
        Certainty.Actual => figure.Count!.Value.ToString(CultureInfo.InvariantCulture),
        Certainty.Estimate => "~" + figure.Count!.Value.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    static Figure Figure(string text) => text.Length == 0 ? Evidence.Figure.Unknown
        : text[0] == '~' ? new(Certainty.Estimate, int.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture))
        : new(Certainty.Actual, int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
}
