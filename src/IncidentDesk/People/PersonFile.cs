using FluentValidation;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>Finding the person whom a command names.</summary>
internal static class PersonFile
{
    public static IRuleBuilderOptions<T, Guid> Chosen<T>(this IRuleBuilder<T, Guid> rule) =>
        rule.NotEmpty().WithMessage("Choose a person.");

    /// <summary>Somebody whose account is in use; the answer names the field <c>person</c> otherwise.</summary>
    public static async Task<Outcome<Person>> ActivePerson(this DeskDb db, Guid id, CancellationToken ct) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Active, ct) is { } person
            ? person
            : Refusal.Invalid.Field("person", "Nobody active on this desk goes by this identity. Choose somebody from the list of people.");
}
