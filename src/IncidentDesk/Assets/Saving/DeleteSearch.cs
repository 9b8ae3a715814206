using FluentValidation;
using IncidentDesk.Assets.Events;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Assets.Saving;

/// <summary>
/// Takes a saved search away; for who made it, and for administrators. What was linked by it stays, and
/// its entry says what was searched for.
/// </summary>
[Allow(Roles.Responder | Roles.Privacy)]
[Api("/api/assets/searches/{search}/deletion",
    "Delete a saved search, as its author or an administrator; assets linked with it stay linked")]
public sealed record DeleteSearch : ICommand<SearchKept>
{
    public int Search { get; set; }
}

public sealed class DeleteSearchValidator : AbstractValidator<DeleteSearch>
{
    public DeleteSearchValidator() =>
        RuleFor(c => c.Search).GreaterThan(0).WithMessage("Give the number of a saved search, as listed on the desk.");
}

internal sealed class DeleteSearchHandler(DeskDb db, Recorder recorder) : IRequestHandler<DeleteSearch, Outcome<SearchKept>>
{
    public async Task<Outcome<SearchKept>> Handle(DeleteSearch c, CancellationToken ct)
    {
        var found = await SavedSearchQueries.Find(db, c.Search, ct);
        if (!found.Done) return found.Refusal;
        if (found.Value.MustBeOf(db.Caller) is { } others) return others;
        var position = await recorder.Append(Streams.Catalogue, ct, new SearchDeleted(c.Search, found.Value.Name));
        return position.Done ? new SearchKept(c.Search, position.Value) : position.Refusal;
    }
}
