using System.Text.RegularExpressions;

namespace IncidentDesk.Statements;

/// <summary><c>[TO COMPLETE: …]</c> and <c>[CHECK: …]</c>: what a draft leaves to a person.</summary>
internal static partial class Marks
{
    public static int In(string text) => Mark().Count(text);

    [GeneratedRegex(@"\[(TO COMPLETE|CHECK)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
