using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentDesk.Record.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Catalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Incidents_ChangedAt",
                table: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_Incidents_Status_Severity",
                table: "Incidents");

            migrationBuilder.DropPrimaryKey(
                name: "PK_AssetEdges",
                table: "AssetEdges");

            migrationBuilder.AddColumn<string>(
                name: "Alarm",
                table: "Pauses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedParts",
                table: "Pauses",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Cost",
                table: "Pauses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decider",
                table: "Pauses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Heartbeats",
                table: "Pauses",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Reminder",
                table: "Pauses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResumedParts",
                table: "Pauses",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<bool>(
                name: "SeenRunning",
                table: "Pauses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Targets",
                table: "Pauses",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Verification",
                table: "Pauses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Bytes",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Environment",
                table: "Assets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FirstSeen",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GoneAt",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LabelDetails",
                table: "Assets",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "LastAccess",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MergedInto",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OnlyInIncidents",
                table: "Assets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Owners",
                table: "Assets",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "Review",
                table: "Assets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Rows",
                table: "Assets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Job",
                table: "AssetEdges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Source",
                table: "AssetEdges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "GoneAt",
                table: "AssetEdges",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Run",
                table: "AssetEdges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_AssetEdges",
                table: "AssetEdges",
                columns: new[] { "From", "To", "Job", "Source" });

            migrationBuilder.CreateTable(
                name: "AssetNames",
                columns: table => new
                {
                    Scheme = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Asset = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetNames", x => new { x.Value, x.Scheme });
                });

            migrationBuilder.CreateTable(
                name: "AssetSightings",
                columns: table => new
                {
                    Asset = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Said = table.Column<long>(type: "INTEGER", nullable: false),
                    Run = table.Column<int>(type: "INTEGER", nullable: false),
                    Gone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssetSightings", x => new { x.Asset, x.Source });
                });

            migrationBuilder.CreateTable(
                name: "CatalogueChanges",
                columns: table => new
                {
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Assets = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Edges = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueChanges", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "CatalogueSources",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: true),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompleteAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueSources", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Incident = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Says = table.Column<string>(type: "TEXT", nullable: false),
                    Assets = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => new { x.Incident, x.Position, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "ImportRuns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceName = table.Column<string>(type: "TEXT", nullable: false),
                    Format = table.Column<string>(type: "TEXT", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Complete = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedByName = table.Column<string>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    AliveAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Edges = table.Column<int>(type: "INTEGER", nullable: false),
                    Stubs = table.Column<int>(type: "INTEGER", nullable: false),
                    Gone = table.Column<int>(type: "INTEGER", nullable: false),
                    EdgesGone = table.Column<int>(type: "INTEGER", nullable: false),
                    Merged = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejections = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PauseAsks",
                columns: table => new
                {
                    PauseKey = table.Column<string>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PauseAsks", x => new { x.PauseKey, x.Client });
                });

            migrationBuilder.CreateTable(
                name: "PauseSightings",
                columns: table => new
                {
                    PauseKey = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Minute = table.Column<long>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PauseSightings", x => new { x.PauseKey, x.Source, x.Minute });
                });

            migrationBuilder.CreateTable(
                name: "SessionKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionKeys", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_MergedInto",
                table: "Assets",
                column: "MergedInto",
                filter: "MergedInto IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_OnlyInIncidents",
                table: "Assets",
                column: "OnlyInIncidents",
                filter: "OnlyInIncidents");

            migrationBuilder.CreateIndex(
                name: "IX_AssetLinks_AssetId",
                table: "AssetLinks",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_AssetEdges_From_To",
                table: "AssetEdges",
                columns: new[] { "From", "To" },
                filter: "GoneAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AssetNames_Asset",
                table: "AssetNames",
                column: "Asset");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueSources_Name",
                table: "CatalogueSources",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportRuns_Source",
                table: "ImportRuns",
                column: "Source");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssetNames");

            migrationBuilder.DropTable(
                name: "AssetSightings");

            migrationBuilder.DropTable(
                name: "CatalogueChanges");

            migrationBuilder.DropTable(
                name: "CatalogueSources");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "ImportRuns");

            migrationBuilder.DropTable(
                name: "PauseAsks");

            migrationBuilder.DropTable(
                name: "PauseSightings");

            migrationBuilder.DropTable(
                name: "SessionKeys");

            migrationBuilder.DropIndex(
                name: "IX_Assets_MergedInto",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_Assets_OnlyInIncidents",
                table: "Assets");

            migrationBuilder.DropIndex(
                name: "IX_AssetLinks_AssetId",
                table: "AssetLinks");

            migrationBuilder.DropPrimaryKey(
                name: "PK_AssetEdges",
                table: "AssetEdges");

            migrationBuilder.DropIndex(
                name: "IX_AssetEdges_From_To",
                table: "AssetEdges");

            migrationBuilder.DropColumn(
                name: "Alarm",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "ApprovedParts",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Cost",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Decider",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Heartbeats",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Reminder",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "ResumedParts",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "SeenRunning",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Targets",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Verification",
                table: "Pauses");

            migrationBuilder.DropColumn(
                name: "Bytes",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Environment",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "FirstSeen",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "LabelDetails",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "LastAccess",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "OnlyInIncidents",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Owners",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Review",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Rows",
                table: "Assets");

            migrationBuilder.DropColumn(
                name: "Job",
                table: "AssetEdges");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "AssetEdges");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "AssetEdges");

            migrationBuilder.DropColumn(
                name: "Run",
                table: "AssetEdges");

            migrationBuilder.AddPrimaryKey(
                name: "PK_AssetEdges",
                table: "AssetEdges",
                columns: new[] { "From", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ChangedAt",
                table: "Incidents",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Status_Severity",
                table: "Incidents",
                columns: new[] { "Status", "Severity" });
        }
    }
}
