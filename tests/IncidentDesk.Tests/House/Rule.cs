namespace IncidentDesk.Tests.House;

/// <summary>A rule of the house over a set of things; a rule that finds nothing to look at has failed.</summary>
internal static class Rule
{
    /// <param name="things">What the rule looks at.</param>
    /// <param name="wrong">What is wrong with one of them, in words that say how to mend it; null when nothing is.</param>
    public static void Holds<T>(IEnumerable<T> things, Func<T, string?> wrong)
    {
        var all = things.ToList();
        Assert.True(all.Count > 0, "This rule found nothing to look at. Either what it guards is gone, or it looks in the wrong place.");
        var found = all.Select(wrong).OfType<string>().ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
