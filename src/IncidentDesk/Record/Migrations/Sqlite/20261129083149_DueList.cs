using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DueList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DueItems",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Incident = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueItems", x => new { x.Kind, x.Stream, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "DueLeases",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueLeases", x => new { x.Kind, x.Stream, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_DueItems_At",
                table: "DueItems",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_DueItems_Stream",
                table: "DueItems",
                column: "Stream");

            // Pauses in force need their reminders, which only a fold can tell: their streams are folded once more, see RebuildTables.
            migrationBuilder.Sql("""
                INSERT INTO DueItems (Kind, Stream, Key, Incident, At)
                SELECT DISTINCT
                    'rebuild-tables', CASE WHEN Incident IS NULL THEN 'pause/' || Key ELSE 'incident/' || Incident END, '', Incident, 0
                FROM Pauses WHERE State IN (1, 2, 5)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DueItems");

            migrationBuilder.DropTable(
                name: "DueLeases");
        }
    }
}
