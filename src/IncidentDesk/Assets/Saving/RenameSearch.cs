using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using MediatR;

namespace IncidentDesk.Assets.Saving;

/// <summary>Gives a saved search another name; for who made it, and for administrators.</summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/assets/searches/{search}/name", "Rename a saved search, as its author or an administrator")]
public sealed record RenameSearch : ICommand<SearchKept>
{
    public int Search { get; set; }
    public string Name { get; set; } = "";
}

public sealed class RenameSearchValidator : AbstractValidator<RenameSearch>
{
    public RenameSearchValidator() => RuleFor(c => c.Name).SearchName();
}

internal sealed class RenameSearchHandler(DeskDb db, Recorder recorder) : IRequestHandler<RenameSearch, Outcome<SearchKept>>
{
    public async Task<Outcome<SearchKept>> Handle(RenameSearch c, CancellationToken ct)
    {
        var found = await SavedSearchQueries.Find(db, c.Search, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeOf(db.Caller) is { } others) return others;
        if ((await SavedSearchQueries.All(db, ct)).Named(c.Name) is { } taken && taken.Number != c.Search)
            return new SearchNameTaken(taken.Name, taken.MadeByName);
        if (found.Value.Name == c.Name.Trim()) return new SearchKept(c.Search, (await db.Head(Streams.Catalogue, ct))!.Position);
        var position = await recorder.Append(Streams.Catalogue, ct, new SearchRenamed(c.Search, found.Value.Name, c.Name.Trim()));
        return position.Done ? new SearchKept(c.Search, position.Value) : position.Refusal;
    }
}

internal static class SearchOwners
{
    /// <summary>Null for who made it, and for administrators.</summary>
    public static Refusal? MustBeOf(this SavedSearch search, Caller caller) =>
        search.MadeBy == caller.Id || caller.Has(Roles.Administrator) ? null : new SearchOfSomebodyElse(search.Name, search.MadeByName);
}

/// <summary>Others rely on what they made.</summary>
public sealed record SearchOfSomebodyElse(string Name, string By)
    : Refusal.Rule($"Nothing was changed. {By} made the saved search “{Name}”. "
        + "Ask its author or an administrator, or save your own search under another name.");
