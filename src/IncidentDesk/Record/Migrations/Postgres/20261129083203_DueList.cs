using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DueList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dueitems",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    incident = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dueitems", x => new { x.kind, x.stream, x.key });
                });

            migrationBuilder.CreateTable(
                name: "dueleases",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dueleases", x => new { x.kind, x.stream, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_dueitems_at",
                table: "dueitems",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_dueitems_stream",
                table: "dueitems",
                column: "stream");

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
                name: "dueitems");

            migrationBuilder.DropTable(
                name: "dueleases");
        }
    }
}
