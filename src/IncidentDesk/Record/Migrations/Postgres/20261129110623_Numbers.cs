using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Numbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "originnumber",
                table: "incidents",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "numberkeys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_numberkeys", x => x.id);
                });

            // Made here, so that every node knows the same one before it gives the first number.
            migrationBuilder.Sql("INSERT INTO NumberKeys (Id, Secret) VALUES (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))");

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
                name: "numberkeys");

            migrationBuilder.DropColumn(
                name: "originnumber",
                table: "incidents");
        }
    }
}
