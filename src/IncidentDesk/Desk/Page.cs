namespace IncidentDesk;

/// <summary>One page of a list, and the cursor behind which the next one starts; no cursor, no next page.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>The most items a page has.</summary>
    public const int Most = 500;

    public static int Size(int asked) => Math.Clamp(asked, 1, Most);

    /// <summary>From rows of which one more was read than the page holds: whether it came tells whether there is a next page.</summary>
    internal static Page<T> Of<T>(IReadOnlyList<T> oneMore, int asked, Func<T, string> cursor) => oneMore.Count <= Size(asked)
        ? new(oneMore, null) : new([.. oneMore.Take(Size(asked))], cursor(oneMore[Size(asked) - 1]));
}
