using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handedto",
                table: "pauses",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "takesover",
                table: "pauses",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "reviewsearches",
                columns: table => new
                {
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    incident = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kindname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    searched = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lookedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lookedat = table.Column<long>(type: "bigint", nullable: false),
                    recordedat = table.Column<long>(type: "bigint", nullable: false),
                    withdrawnat = table.Column<long>(type: "bigint", nullable: true),
                    withdrawnreason = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviewsearches", x => new { x.subject, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reviewsubjects",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    peopledata = table.Column<int>(type: "integer", nullable: false),
                    labels = table.Column<string>(type: "text", nullable: false),
                    assets = table.Column<string>(type: "text", nullable: false),
                    reviews = table.Column<string>(type: "text", nullable: false),
                    safeguards = table.Column<string>(type: "text", nullable: false),
                    enteredat = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviewsubjects", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "savedsearches",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    filter = table.Column<string>(type: "text", nullable: false),
                    madeby = table.Column<Guid>(type: "uuid", nullable: false),
                    madebyname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    madeat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_savedsearches", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pauses_takesover",
                table: "pauses",
                column: "takesover",
                filter: "TakesOver");

            migrationBuilder.CreateIndex(
                name: "IX_reviewsearches_incident",
                table: "reviewsearches",
                column: "incident");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reviewsearches");

            migrationBuilder.DropTable(
                name: "reviewsubjects");

            migrationBuilder.DropTable(
                name: "savedsearches");

            migrationBuilder.DropIndex(
                name: "IX_pauses_takesover",
                table: "pauses");

            migrationBuilder.DropColumn(
                name: "handedto",
                table: "pauses");

            migrationBuilder.DropColumn(
                name: "takesover",
                table: "pauses");
        }
    }
}
