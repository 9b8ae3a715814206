namespace IncidentDesk.Web.Demo;

internal static class DemoTexts
{
    /// <summary>What the spokesperson said: the sentence that outran its evidence.</summary>
    public const string Press =
        "We have identified and fixed an access setting that made internal training data visible to more of our employees "
        + "than intended. The programme has been paused while we look into it.\n\n"
        + "There is no indication at this time that data was improperly accessed. We take the privacy of our people "
        + "seriously and are reviewing the safeguards of the programme.";
}
