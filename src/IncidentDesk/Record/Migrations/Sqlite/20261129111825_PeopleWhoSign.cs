using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleWhoSign : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OfferedBy",
                table: "Tokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Waits",
                table: "Tokens",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmergencyAccess",
                table: "Incidents",
                type: "TEXT",
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
                name: "OfferedBy",
                table: "Tokens");

            migrationBuilder.DropColumn(
                name: "Waits",
                table: "Tokens");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "EmergencyAccess",
                table: "Incidents");
        }
    }
}
