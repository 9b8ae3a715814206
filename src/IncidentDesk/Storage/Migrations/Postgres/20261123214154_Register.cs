using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Storage.Migrations.Postgres
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "savedsearches");

            migrationBuilder.DropColumn(
                name: "handedto",
                table: "pauses");
        }
    }
}
