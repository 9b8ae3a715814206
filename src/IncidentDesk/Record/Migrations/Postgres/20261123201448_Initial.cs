using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IncidentDesk.Record.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    authenticatorkey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    offeredkey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    laststep = table.Column<long>(type: "bigint", nullable: false),
                    recoverycodes = table.Column<string>(type: "text", nullable: false),
                    passwordhash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    securitystamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    twofactorenabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockoutend = table.Column<long>(type: "bigint", nullable: true),
                    accessfailedcount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    body = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => new { x.person, x.key });
                });

            migrationBuilder.CreateTable(
                name: "assetedges",
                columns: table => new
                {
                    from = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<int>(type: "integer", nullable: false),
                    job = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    goneat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assetedges", x => new { x.from, x.to, x.job, x.source });
                });

            migrationBuilder.CreateTable(
                name: "assetlinks",
                columns: table => new
                {
                    incident = table.Column<int>(type: "integer", nullable: false),
                    assetid = table.Column<int>(type: "integer", nullable: false),
                    fromposition = table.Column<int>(type: "integer", nullable: false),
                    toposition = table.Column<int>(type: "integer", nullable: true),
                    exposedfrom = table.Column<long>(type: "bigint", nullable: true),
                    exposedto = table.Column<long>(type: "bigint", nullable: true),
                    disclosure = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assetlinks", x => new { x.incident, x.assetid, x.fromposition });
                });

            migrationBuilder.CreateTable(
                name: "assetnames",
                columns: table => new
                {
                    scheme = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asset = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assetnames", x => new { x.value, x.scheme });
                });

            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    container = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    owners = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    labels = table.Column<string[]>(type: "text[]", nullable: false),
                    labeldetails = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    peopledata = table.Column<int>(type: "integer", nullable: false),
                    rows = table.Column<long>(type: "bigint", nullable: true),
                    bytes = table.Column<long>(type: "bigint", nullable: true),
                    lastaccess = table.Column<long>(type: "bigint", nullable: true),
                    review = table.Column<int>(type: "integer", nullable: false),
                    mergedinto = table.Column<int>(type: "integer", nullable: true),
                    goneat = table.Column<long>(type: "bigint", nullable: true),
                    onlyinincidents = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firstseen = table.Column<long>(type: "bigint", nullable: true),
                    importedat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assetsightings",
                columns: table => new
                {
                    asset = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    said = table.Column<long>(type: "bigint", nullable: false),
                    run = table.Column<int>(type: "integer", nullable: false),
                    gone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assetsightings", x => new { x.asset, x.source });
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "cataloguechanges",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false),
                    assets = table.Column<byte[]>(type: "bytea", nullable: false),
                    edges = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cataloguechanges", x => x.version);
                });

            migrationBuilder.CreateTable(
                name: "cataloguesources",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    format = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    importedat = table.Column<long>(type: "bigint", nullable: true),
                    completeat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cataloguesources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    incident = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    of = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<bool>(type: "boolean", nullable: false),
                    happenedat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => new { x.incident, x.position });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    incident = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    happenedat = table.Column<long>(type: "bigint", nullable: false),
                    recordedat = table.Column<long>(type: "bigint", nullable: false),
                    recordedby = table.Column<Guid>(type: "uuid", nullable: false),
                    recordedbyname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    via = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    privileged = table.Column<bool>(type: "boolean", nullable: false),
                    supersedes = table.Column<int>(type: "integer", nullable: true),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    previoushash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    redactedby = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entries", x => new { x.stream, x.position });
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    incident = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    says = table.Column<string>(type: "text", nullable: false),
                    assets = table.Column<int>(type: "integer", nullable: false),
                    lines = table.Column<byte[]>(type: "bytea", nullable: false),
                    recordedby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recordedat = table.Column<long>(type: "bigint", nullable: false),
                    withdrawnat = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => new { x.incident, x.position, x.part });
                });

            migrationBuilder.CreateTable(
                name: "importruns",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    sourcename = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    format = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    file = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    complete = table.Column<bool>(type: "boolean", nullable: false),
                    startedby = table.Column<Guid>(type: "uuid", nullable: false),
                    startedbyname = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    startedat = table.Column<long>(type: "bigint", nullable: false),
                    finishedat = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    aliveat = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    edges = table.Column<int>(type: "integer", nullable: false),
                    stubs = table.Column<int>(type: "integer", nullable: false),
                    gone = table.Column<int>(type: "integer", nullable: false),
                    edgesgone = table.Column<int>(type: "integer", nullable: false),
                    merged = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    rejections = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_importruns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    summary = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    severity = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    visibility = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    declaredat = table.Column<long>(type: "bigint", nullable: false),
                    declaredby = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    startedat = table.Column<long>(type: "bigint", nullable: true),
                    detectedat = table.Column<long>(type: "bigint", nullable: true),
                    resolvedat = table.Column<long>(type: "bigint", nullable: true),
                    containedat = table.Column<long>(type: "bigint", nullable: true),
                    roles = table.Column<string>(type: "text", nullable: false),
                    participants = table.Column<string>(type: "text", nullable: false),
                    closing = table.Column<string>(type: "text", nullable: false),
                    tally = table.Column<string>(type: "text", nullable: false),
                    mergedinto = table.Column<int>(type: "integer", nullable: true),
                    absorbed = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    headhash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changedat = table.Column<long>(type: "bigint", nullable: false),
                    playbook = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    tasks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                columns: table => new
                {
                    incident = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participations", x => new { x.person, x.incident });
                });

            migrationBuilder.CreateTable(
                name: "pauseasks",
                columns: table => new
                {
                    pausekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    client = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firstat = table.Column<long>(type: "bigint", nullable: false),
                    lastat = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pauseasks", x => new { x.pausekey, x.client });
                });

            migrationBuilder.CreateTable(
                name: "pauses",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    incident = table.Column<int>(type: "integer", nullable: true),
                    target = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reviewby = table.Column<long>(type: "bigint", nullable: false),
                    conditions = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    authority = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    verification = table.Column<string>(type: "text", nullable: true),
                    alarm = table.Column<string>(type: "text", nullable: true),
                    seenrunning = table.Column<bool>(type: "boolean", nullable: false),
                    heartbeats = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    targets = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    resumedparts = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    approvedparts = table.Column<string>(type: "text", nullable: false, defaultValueSql: "'[]'"),
                    cost = table.Column<string>(type: "text", nullable: true),
                    decider = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reminder = table.Column<string>(type: "text", nullable: true),
                    approval = table.Column<string>(type: "text", nullable: true),
                    history = table.Column<string>(type: "text", nullable: false),
                    proposedat = table.Column<long>(type: "bigint", nullable: false),
                    orderedat = table.Column<long>(type: "bigint", nullable: true),
                    endedat = table.Column<long>(type: "bigint", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pauses", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "pausesightings",
                columns: table => new
                {
                    pausekey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    minute = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    firstat = table.Column<long>(type: "bigint", nullable: false),
                    lastat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pausesightings", x => new { x.pausekey, x.source, x.minute });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    roles = table.Column<int>(type: "integer", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    linkhash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    linkexpires = table.Column<long>(type: "bigint", nullable: true),
                    joinedat = table.Column<long>(type: "bigint", nullable: true),
                    hasauthenticator = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessionkeys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessionkeys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    incident = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    versions = table.Column<string>(type: "text", nullable: false),
                    publications = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => new { x.incident, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    roles = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issuedat = table.Column<long>(type: "bigint", nullable: false),
                    expiresat = table.Column<long>(type: "bigint", nullable: true),
                    revokedat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tokenuses",
                columns: table => new
                {
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokenuses", x => x.token);
                });

            migrationBuilder.CreateIndex(
                name: "IX_answers_at",
                table: "answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_assetedges_from_to",
                table: "assetedges",
                columns: new[] { "from", "to" },
                filter: "GoneAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_assetedges_to",
                table: "assetedges",
                column: "to");

            migrationBuilder.CreateIndex(
                name: "IX_assetlinks_assetid",
                table: "assetlinks",
                column: "assetid");

            migrationBuilder.CreateIndex(
                name: "IX_assetnames_asset",
                table: "assetnames",
                column: "asset");

            migrationBuilder.CreateIndex(
                name: "IX_assets_key",
                table: "assets",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assets_mergedinto",
                table: "assets",
                column: "mergedinto",
                filter: "MergedInto IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_assets_onlyinincidents",
                table: "assets",
                column: "onlyinincidents",
                filter: "OnlyInIncidents");

            migrationBuilder.CreateIndex(
                name: "IX_cataloguesources_name",
                table: "cataloguesources",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_corrections_incident_of",
                table: "corrections",
                columns: new[] { "incident", "of" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_incident_happenedat",
                table: "entries",
                columns: new[] { "incident", "happenedat" });

            migrationBuilder.CreateIndex(
                name: "IX_entries_recordedat",
                table: "entries",
                column: "recordedat");

            migrationBuilder.CreateIndex(
                name: "IX_importruns_source",
                table: "importruns",
                column: "source");

            migrationBuilder.CreateIndex(
                name: "IX_pauses_incident",
                table: "pauses",
                column: "incident");

            migrationBuilder.CreateIndex(
                name: "IX_pauses_state_reviewby",
                table: "pauses",
                columns: new[] { "state", "reviewby" });

            migrationBuilder.CreateIndex(
                name: "IX_people_email",
                table: "people",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_linkhash",
                table: "people",
                column: "linkhash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tokens_hash",
                table: "tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tokens_person",
                table: "tokens",
                column: "person");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "assetedges");

            migrationBuilder.DropTable(
                name: "assetlinks");

            migrationBuilder.DropTable(
                name: "assetnames");

            migrationBuilder.DropTable(
                name: "assets");

            migrationBuilder.DropTable(
                name: "assetsightings");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "cataloguechanges");

            migrationBuilder.DropTable(
                name: "cataloguesources");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "importruns");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "participations");

            migrationBuilder.DropTable(
                name: "pauseasks");

            migrationBuilder.DropTable(
                name: "pauses");

            migrationBuilder.DropTable(
                name: "pausesightings");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "sessionkeys");

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropTable(
                name: "tokens");

            migrationBuilder.DropTable(
                name: "tokenuses");
        }
    }
}
