using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IncidentDesk.Record.Postgres;

/// <summary>
/// The same tables on PostgreSQL, which folds unquoted names to lower case: with names in lower case, SQL without quotes reads on
/// both databases. Texts compare byte by byte, as on SQLite; the cursors of lists depend on it.
/// </summary>
internal sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options) : DeskDb(options)
{
    internal override Dialect Dialect => PostgresDialect.It;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            if (key.PropertyInfo?.IsDefined(typeof(NumberedByStoreAttribute), inherit: false) == true)
                modelBuilder.Entity(key.DeclaringType.ClrType).Property(key.Name).UseIdentityByDefaultColumn();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Conventions.Add(_ => new LowerCase());
    }

    sealed class LowerCase : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
#pragma warning disable CA1308 // PostgreSQL folds to lower case, so upper case would not do.
            foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            {
                entity.SetTableName(entity.GetTableName()?.ToLowerInvariant());
                foreach (var property in entity.GetProperties()) property.SetColumnName(property.GetColumnName().ToLowerInvariant());
            }
#pragma warning restore CA1308
        }
    }
}
