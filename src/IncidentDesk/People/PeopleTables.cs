using IncidentDesk.People.Accounts;
using IncidentDesk.People.SigningIn;
using IncidentDesk.People.Tokens;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>The tables of people, their accounts, sessions and tokens.</summary>
public static class PeopleTables
{
    extension(DeskDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<ApiToken> Tokens => db.Set<ApiToken>();
        internal DbSet<Account> Accounts => db.Set<Account>();
        internal DbSet<Session> Sessions => db.Set<Session>();
        internal DbSet<TokenUse> TokenUses => db.Set<TokenUse>();
    }
}
