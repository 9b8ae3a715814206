using System.Text.Json;

namespace IncidentDesk.Reports;

/// <summary>Which document is wanted: a few pages for a board, or every entry in order.</summary>
public enum ReportKind { Summary, Timeline }

public static class ReportKinds
{
    /// <summary>The kinds as the address spells them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ReportKind>().Select(Name)];

    public static string Name(this ReportKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>What the kind is for, in half a sentence.</summary>
    public static string Meaning(this ReportKind kind) => kind switch
    {
        ReportKind.Summary => "what a board needs to know, on a few pages",
        _ => "every entry, in the order of events",
    };

    public static Outcome<ReportKind> Read(string name)
    {
        foreach (var kind in Enum.GetValues<ReportKind>())
            if (kind.Name().Equals(name, StringComparison.OrdinalIgnoreCase)) return kind;
        return Refusal.Invalid.Field("kind", $"There is no such kind of report. Choose one of: {string.Join(", ", Names)}.");
    }
}
