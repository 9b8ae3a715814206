namespace IncidentDesk.Assets.Naming;

/// <summary>A name such as <c>urn:li:dataset:(urn:li:dataPlatform:hive,sales.orders,PROD)</c>, taken apart.</summary>
/// <param name="Type"><c>dataset</c>, <c>dataJob</c>, <c>corpuser</c>.</param>
/// <param name="Parts">What stands in parentheses, split at the commas of that level only; else the one part behind the type.</param>
public sealed record DataHubUrn(string Type, IReadOnlyList<string> Parts)
{
    const string Start = "urn:li:";

    /// <summary>Null for what is no such name. Commas and parentheses may stand inside a part as long as the parentheses close.</summary>
    public static DataHubUrn? Parse(string? urn)
    {
        urn = urn?.Trim();
        if (urn is null || !urn.StartsWith(Start, StringComparison.Ordinal)) return null;
        var colon = urn.IndexOf(':', Start.Length);
        if (colon <= Start.Length || colon == urn.Length - 1) return null;
        var (type, rest) = (urn[Start.Length..colon], urn[(colon + 1)..]);
        if (rest[0] != '(') return new(type, [rest]);
        return rest[^1] == ')' && ((IReadOnlyList<string>?)Split(rest[1..^1])
            ?? (type == "dataset" ? Ends(rest[1..^1]) : null)) is { } parts ? new(type, parts) : null;
    }

    /// <summary>
    /// The word behind the last colon of an inner name: <c>hive</c> of <c>urn:li:dataPlatform:hive</c>,
    /// <c>jdoe</c> of <c>urn:li:corpuser:jdoe</c>.
    /// </summary>
    public static string Last(string urn) => Parse(urn) is { Parts: [var only] } ? only : urn.Trim();

    public override string ToString() => Parts is [var only] ? $"{Start}{Type}:{only}" : $"{Start}{Type}:({string.Join(',', Parts)})";

    /// <summary>A dataset's name may hold a parenthesis that nothing closes; what stands before and behind it does not.</summary>
    static string[]? Ends(string text) => text.IndexOf(',') is var first && text.LastIndexOf(',') is var last && first < last
        ? [text[..first].Trim(), text[(first + 1)..last].Trim(), text[(last + 1)..].Trim()] : null;

    static List<string>? Split(string text)
    {
        var parts = new List<string>();
        var (depth, from) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i == text.Length ? ',' : text[i];
            if (c == '(') depth++;
            else if (c == ')' && --depth < 0) return null;
            else if (c == ',' && depth == 0)
            {
                parts.Add(text[from..i].Trim());
                from = i + 1;
            }
        }
        return depth == 0 ? parts : null;
    }
}
