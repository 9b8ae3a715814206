using IncidentDesk.Cli.Kit;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;

namespace IncidentDesk.Cli.Statements;

/// <summary>Statements to one audience each.</summary>
internal static class StatementVerbs
{
    const string Inc = "/api/incidents/{incident}";

    public static readonly IReadOnlyList<Verb> All =
    [
        new CommandVerb<DraftStatement>("statement draft <incident> <audience>",
            "Statement {statement} of INC-{incident} is drafted (entry {position})."),
        new CommandVerb<ReviseStatement>("statement revise <incident> <statement> [text]",
            "{statement} of INC-{incident} has a new version (entry {position}).",
            hint: "a text of - is read from standard input"),
        new CommandVerb<PublishStatement>("statement publish <incident> <statement> <version> <channel>",
            "Version {version} of {statement} is recorded as published, {channel} (entry {position})."),
        new ReadVerb("statement show <incident> <statement>",
            "Show a statement with its versions and publications", $"{Inc}/statements?asKnownAt", pick: "statement"),
        new ReadVerb("statement list <incident>",
            "List the statements of an incident, now or as known at an earlier time", $"{Inc}/statements?asKnownAt",
            "id audience"),
    ];
}
