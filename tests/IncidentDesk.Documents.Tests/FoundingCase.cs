using System.Globalization;
using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

/// <summary>A report with every kind of block, written about the case the product was founded on.</summary>
internal static class FoundingCase
{
    public const string Hash = "9f2c41d07be85a3360f1c27d94ab5e8812d6730cfa4be1952d80e4c7713f6ab0";

    static readonly DateTimeOffset Detected = new(2026, 6, 11, 22, 40, 0, TimeSpan.Zero);

    public static readonly ReportMarks Marks = new()
    {
        Kind = "summary",
        Subject = "INC-42",
        Classification = "TLP:AMBER",
        AsKnownAt = new DateTimeOffset(2026, 6, 12, 3, 10, 33, TimeSpan.Zero),
        PrintedAt = new DateTimeOffset(2026, 6, 12, 3, 12, 5, TimeSpan.Zero),
        PrintedBy = "Ines Haddad",
        Zone = "Europe/Berlin",
        Position = 128,
        HeadHash = Hash,
    };

    public static Report With(params Block[] blocks) => new("45,000 Hive tables readable company-wide", Marks, blocks);

    public static Report Whole => With(
        new Block.Callout(Tone.Danger, "SEV2 · live · contained, not closed",
            "About 45,000 tables of the model-training program were readable by every employee. The program is "
                + "paused. Access logs have been read for 9 of 14 weeks; whether anyone read the data is not yet known."),
        new Block.Heading(1, "At a glance"),
        new Block.KeyValues(
        [
            new("Severity", "SEV2: sensitive internal data exposed inside the company (0 is the most severe)", Tone.Danger),
            new("Status", "Contained since 12 Jun 2026, 02:05 CEST", Tone.Warning),
            new("Commander", "Ines Haddad (deputy: Tomasz Wolny)"),
            new("Started", "4 Mar 2026, 10:15 CET · 09:15 UTC (estimate, from the deployment log)"),
            new("Detected", "12 Jun 2026, 00:40 CEST · 11 Jun 2026, 22:40 UTC"),
            new("Disclosure", "Cannot be assessed: 5 weeks of access logs were not retained", Tone.Warning),
            new("Privacy severity", "High (owner: Data Protection Office)"),
        ]),
        new Block.Heading(2, "What is known, and what is not"),
        new Block.Paragraph("The access rule of the container mci_07 named the group all-employees where the privacy review of "
            + "November had laid down a list of 38 people. The rule was copied to eleven further containers by the "
            + "provisioning pipeline.\n\nNo indication of improper access has been found in the logs that exist. Those "
            + "logs cover 64 % of the exposure window; the sentence may not be shortened to \"no access took place\"."),
        new Block.Markdown("The technical lead writes:\n\n> Every access has *yet to be tracked down*. "
            + "**Do not close** before the review of `hive_audit` is done.\n\n1. Read the five missing weeks "
            + "from the [cold archive](https://archive.example/inc-42).\n2. Compare with the list of 38.\n"
            + "   - people on leave\n   - service accounts\n3. Report to the privacy office.\n\n```\n"
            + "SELECT user, count(*) FROM hive_audit WHERE db LIKE 'mci_%'\n```\n"),
        new Block.Heading(1, "Extent"),
        new Block.BarChart("Tables exposed, by owner", "tables",
        [
            new("Workplace analytics", 18412), new("Model training, capture", 14950, Tone.Danger), new("Screen content", 6230),
            new("Prompts and conversations", 4107, Tone.Danger), new("Keystroke events", 1288), new("Owner unknown", 13, Tone.Warning),
        ]),
        Containers(12),
        new Block.Heading(1, "Pauses in force"),
        new Block.Table("Pauses",
        [new("Key", 2.2, Mono: true), new("Mode", 1), new("State", 1.3), new("Decided by", 1.4), new("Re-check by", 2)],
        [
            ["mci.capture", "kill", new Cell("verified", Tone.Good), "Ines Haddad", "13 Jun 2026, 09:00 CEST · 07:00 UTC"],
            ["mci.training:nightly", "drain", new Cell("ordered", Tone.Warning), "Tomasz Wolny", "13 Jun 2026, 09:00 CEST · 07:00 UTC"],
            ["mci.export.vendor-b", "block new", new Cell("overdue, still paused", Tone.Danger), "Ines Haddad",
                "12 Jun 2026, 01:00 CEST · 11 Jun 2026, 23:00 UTC"],
        ]),
        new Block.Heading(1, "Statements"),
        new Block.Callout(Tone.Warning, "A claim outruns its evidence",
            "\"There is no indication at this time that data was improperly accessed\" "
                + "rests on finding F-3, which covers 64 % of the window and expires on 13 June."),
        new Block.Paragraph(
            "Staff statement, version 3, approved by Legal and Privacy, published 12 Jun 2026, 04:30 CEST · 02:30 UTC.",
            Tone.Quiet),
        new Block.Heading(1, "Timeline"),
        new Block.Timeline([.. Enumerable.Range(0, Happened.Length).Select(Entry)]),
        new Block.Callout(Tone.Good, "What this document is", "It holds what was recorded up to position 128 and nothing later."));

    public static Block.Table Containers(int rows) => new("Exposed tables by container",
        [new("Container", 3, Mono: true), new("Tables", 1, Numeric: true),
            new("People data", 1.2), new("Readable by", 1.5), new("State", 1.2)],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<Cell>)
        [
            $"hive://warehouse/mci_{i.ToString(rows > 99 ? "000" : "00", CultureInfo.InvariantCulture)}",
            $"{(i * 7919) % 9000:#,0}", i % 3 == 0 ? "unknown" : "yes", "all employees",
            i % 4 == 0 ? new Cell("exposed", Tone.Danger) : new Cell("contained", Tone.Good),
        ])]);

    static readonly string[] Happened =
    [
        "Pager: object-store scan finds group all-employees on hive://warehouse/mci_07.",
        "Declared as SEV3: unclear whether anything but test data is concerned.",
        "Scope widened: the same rule stands on eleven further containers.",
        "Re-graded to SEV2: keystrokes and private conversations are among the tables.",
        "Commander: Ines Haddad. Scribe: Tomasz Wolny.", "Pause mci.capture ordered, mode kill.",
        "45,000 tables linked by the pattern hive://warehouse/mci_*.",
        "Rule removed from mci_07; read access ends for 61,204 accounts.", "Rule removed from the remaining containers.",
        "Verified: an ordinary account is refused on 40 tables chosen at random.",
        "Privacy office informed; anchor \"awareness\" set.",
        "Clock started: GDPR article 33, due safe 15 Jun 2026, 00:40 CEST.",
        "Logs of 4 Mar to 8 Apr are not in the archive: the retention was 60 days.",
        "Finding F-1: the privacy review of November asked for a list of 38 people.",
        "Finding F-2: the implementation never had such a list.", "Draft statement to staff, version 1.",
        "Legal: \"no access took place\" is not supported; changed to \"no indication in the logs we have\".",
        "Pause mci.export.vendor-b ordered.", "Works council asks which reviews existed; two of four cannot be shown.",
        "Statement to staff, version 3, approved.", "Statement published on the intranet.", "Petition with 1,600 signatures handed over.",
        "Executive opt-out list found; recorded as finding F-4.",
        "Log review: 9 of 14 weeks read.", "Hand-over of command prepared.",
    ];

    static TimelineLine Entry(int i) => new()
    {
        Position = 104 + i,
        HappenedAt = Detected.AddMinutes(i * 11),
        RecordedAt = Detected.AddMinutes((i * 11) + (i % 5 == 2 ? 34 : 0)),
        By = i % 2 == 0 ? "Tomasz Wolny" : "Ines Haddad",
        Text = Happened[i],
        Remarks = i == 16 ? ["privileged"] : i == 1 ? ["corrected by #107"] : [],
        Tone = i == 3 ? Tone.Danger : Tone.Plain,
    };
}
