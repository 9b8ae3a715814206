namespace IncidentDesk.Incidents.Playbooks;

/// <summary>A playbook file that cannot be used, with the line (from 1) at which reading it stopped.</summary>
public sealed class BrokenPlaybookException(string file, int line, string why) : Exception($"{file}, line {line}: {why}")
{
    public string File { get; } = file;
    public int Line { get; } = line;
    public string Why { get; } = why;
}
