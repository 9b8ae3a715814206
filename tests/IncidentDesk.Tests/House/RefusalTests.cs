namespace IncidentDesk.Tests.House;

/// <summary>A refusal speaks to a person at three in the morning.</summary>
public sealed class RefusalTests
{
    /// <summary>A refusal may end with a sentence it was given; the sample of one has no full stop.</summary>
    const string GivenSentence = ", in words";

    [Fact]
    public void Every_refusal_is_made_of_whole_sentences() => Rule.Holds(RefusalSamples.In(typeof(Refusal).Assembly), refusal =>
        refusal.Why.Length > 20 && char.IsUpper(refusal.Why[0])
            && (refusal.Why[^1] is '.' or '?' || refusal.Why.EndsWith(GivenSentence, StringComparison.Ordinal)) ? null
            : $"{refusal.GetType().Name} says \"{refusal.Why}\". Write whole sentences: what happened, what was saved, what to do next.");
}
