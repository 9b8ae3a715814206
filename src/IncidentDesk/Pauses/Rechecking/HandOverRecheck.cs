using FluentValidation;
using IncidentDesk.Incidents;
using IncidentDesk.People;
using IncidentDesk.Record;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Pauses.Rechecking;

/// <summary>Says who has to re-check a pause, in the place of whoever had to until now.</summary>
[Allow(PauseFile.MayPause)]
[Api("/api/pauses/{key}/reviewer", "Hand over the re-check to another person")]
public sealed record HandOverRecheck : ICommand<Position>, IPauseCommand
{
    public string Key { get; set; } = "";
    public Guid Person { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class HandOverRecheckValidator : AbstractValidator<HandOverRecheck>
{
    public HandOverRecheckValidator()
    {
        RuleFor(c => c.Person).Chosen();
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class HandOverRecheckHandler(DeskDb db, Recorder recorder) : IRequestHandler<HandOverRecheck, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(HandOverRecheck c, CancellationToken ct) => db.DecidePause(recorder, c.Key, async pause =>
    {
        var person = await db.ActivePerson(c.Person, ct);
        if (!person.Done) return person.Refusal;
        var (id, name, roles) = (person.Value.Id, person.Value.Name, person.Value.Roles);
        return pause.HandRecheckTo(new(id, name), await Sees(id, pause.Incident, ct),
            (roles & PauseFile.MayPauseOrRule) != 0, c.Reason.Trim());
    }, ct);

    async Task<bool> Sees(Guid person, int? incident, CancellationToken ct)
    {
        if (incident is not { } number) return true;
        using var all = db.SeeingAll();
        return await db.Incidents.AnyAsync(i => i.Number == number && i.Visibility == Visibility.Open, ct)
            || await db.Participations.AnyAsync(p => p.Incident == number && p.Person == person, ct);
    }
}
