using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Numbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "OriginNumber",
                table: "Incidents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NumberKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberKeys", x => x.Id);
                });

            // Made here, so that every node knows the same one before it gives the first number.
            migrationBuilder.Sql("INSERT INTO NumberKeys (Id, Secret) VALUES (1, randomblob(32))");

            // The number that an incident had on another desk stands in its record: those streams are folded once more, see RebuildTables.
            migrationBuilder.Sql("""
                INSERT INTO DueItems (Kind, Stream, Key, Incident, At)
                SELECT DISTINCT 'rebuild-tables', Stream, '', Incident, 0 FROM Entries WHERE Kind = 'incident-imported.1'
                ON CONFLICT (Kind, Stream, Key) DO NOTHING
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NumberKeys");

            // By itself, EF Core would make the table anew.
            migrationBuilder.Sql("ALTER TABLE Incidents DROP COLUMN OriginNumber");
        }
    }
}
