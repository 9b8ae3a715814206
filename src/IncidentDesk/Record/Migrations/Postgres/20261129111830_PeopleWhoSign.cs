using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleWhoSign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "offeredby",
                table: "tokens",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "waits",
                table: "tokens",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "closedat",
                table: "people",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "emergencyaccess",
                table: "incidents",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            // Since when an account is closed, and who took command themselves, only a fold can tell, see RebuildTables.
            migrationBuilder.Sql("""
                INSERT INTO DueItems (Kind, Stream, Key, Incident, At)
                SELECT 'rebuild-tables', 'incident/' || Number, '', Number, 0 FROM Incidents WHERE Roles <> '[]' ON CONFLICT DO NOTHING
                """);
            migrationBuilder.Sql("""
                INSERT INTO DueItems (Kind, Stream, Key, Incident, At)
                SELECT 'rebuild-tables', 'desk/people', '', NULL, 0 WHERE EXISTS (SELECT 1 FROM People WHERE NOT Active) ON CONFLICT DO NOTHING
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "offeredby",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "waits",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "closedat",
                table: "people");

            migrationBuilder.DropColumn(
                name: "emergencyaccess",
                table: "incidents");
        }
    }
}
