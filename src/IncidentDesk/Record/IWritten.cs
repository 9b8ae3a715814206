namespace IncidentDesk.Record;

/// <summary>An event that is nothing but what somebody wrote, in Markdown; its text can be corrected.</summary>
internal interface IWritten
{
    string Text { get; }
}

/// <summary>
/// An event of the desk's own streams (people, catalogue). The stream of an incident or a pause never holds one, so that an
/// imported incident cannot bring people or assets with it.
/// </summary>
internal interface IDeskWide;
