using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IncidentDesk.Incidents;

namespace IncidentDesk.Overview.Board;

/// <summary>Where a page of the board ended. Opaque to the reader, so that the order may change one day.</summary>
public sealed record BoardCursor(bool Over, Severity Severity, int Number)
{
    public string Write() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{(Over ? 1 : 0)}.{(int)Severity}.{Number}")));

    /// <summary>False when the text is no cursor of the board.</summary>
    public static bool TryRead(string? text, out BoardCursor? cursor)
    {
        cursor = null;
        if (text is null || text.Length > 64 || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 3 || !Part(parts[0], 1, out var over)
            || !Part(parts[1], 5, out var severity) || !Part(parts[2], int.MaxValue, out var number))
            return false;
        cursor = new(over == 1, (Severity)severity, number);
        return true;
    }

    static bool Part(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
