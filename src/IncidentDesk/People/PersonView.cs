using System.Linq.Expressions;
using IncidentDesk.People.Events;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

internal sealed class PersonView : View<Person>
{
    public static readonly PersonView It = new();

    protected override Expression<Func<Entry, bool>> Entries => e => e.Stream == Streams.People;

    protected override object[]? KeyOf(Recorded what) => what.Event is IAboutPerson about ? [about.Person] : null;

    protected override object[] KeyOf(Person row) => [row.Id];

    protected override string StreamOf(Person row) => Streams.People;

    protected override Person? Fold(Person? was, Recorded what) => Person.Apply(was, what);

    public override async Task Clear(DeskDb db, string stream, CancellationToken ct)
    {
        if (stream == Streams.People) await db.People.ExecuteDeleteAsync(ct);
    }
}
