namespace IncidentDesk;

/// <summary>One page of a list, and the cursor behind which the next one starts; no cursor, no next page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>The most items a page has over HTTP.</summary>
    public const int Most = 500;

    /// <summary>
    /// How many an export reads at a time: few questions, and no reader that stays open for
    /// as long as somebody downloads.
    /// </summary>
    public const int Bulk = 10_000;

    public static int Size(int asked) => Math.Clamp(asked, 1, Bulk);

    /// <summary>From rows of which one more was read than the page holds: whether it came tells whether there is a next page.</summary>
    internal static Page<T> Of<T>(IReadOnlyList<T> oneMore, int asked, Func<T, string> cursor) => oneMore.Count <= Size(asked)
        ? new(oneMore, null) : new([.. oneMore.Take(Size(asked))], cursor(oneMore[Size(asked) - 1]));
}
