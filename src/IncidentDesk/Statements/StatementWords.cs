namespace IncidentDesk.Statements;

public static class StatementWords
{
    /// <summary>The audience inside a sentence: "for the press".</summary>
    public static string Word(this Audience audience) => audience switch
    {
        Audience.Regulator => "the regulator",
        Audience.AffectedPeople => "the people affected",
        Audience.Staff => "the staff",
        Audience.Press => "the press",
        Audience.Customers => "customers",
        _ => "the board",
    };
}
