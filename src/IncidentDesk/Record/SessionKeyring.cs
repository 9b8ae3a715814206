using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentDesk.Record;

/// <summary>
/// The keys that sign sessions and forms, in the database of the desk: whoever signed in on one node is signed in on all. They lie
/// there under the same permissions as the record. No command, because nobody sends it: a host makes a key when the last one runs out.
/// </summary>
public sealed class SessionKeyring(IServiceScopeFactory scopes, DeskStore store)
{
    public IReadOnlyList<string> All()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<DeskDb>().SessionKeys.AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml)];
    }

    public async Task Keep(string name, string xml)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        await store.Write(db, async () =>
        {
            db.SessionKeys.Add(new(name, xml));
            return (await db.SaveChangesAsync(), true);
        }, CancellationToken.None);
    }
}

internal sealed record SessionKey(string Name, string Xml);

internal sealed class SessionKeyTable : IEntityTypeConfiguration<SessionKey>
{
    public void Configure(EntityTypeBuilder<SessionKey> table) => table.HasKey(k => k.Name);
}
