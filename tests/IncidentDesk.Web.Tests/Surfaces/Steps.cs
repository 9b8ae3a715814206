namespace IncidentDesk.Web.Tests.Surfaces;

/// <summary>One command over HTTP, and a different request that its key must not be used for.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Path">Where it is taken.</param>
/// <param name="Body">An object that becomes JSON, or text that is sent as it is.</param>
/// <param name="Other">Another body for the same address; or, for a command without fields, another
/// address that starts with a slash.</param>
internal sealed record Step(string Command, string Path, object Body, object Other)
{
    /// <summary>Sent by the second person, where the first alone is refused.</summary>
    public bool BySecond { get; init; }
}

/// <summary>
/// Every command the API takes, in an order in which each can be carried out. Nothing can be
/// served that has no line here.
/// </summary>
internal sealed class Steps(string paula, string quentin, string token, string export, string otherExport)
{
    static readonly object Nothing = new { };
    const string One = "/api/incidents/1", Register = "/api/reviews/capture";

    static object Pause(string key) =>
        new { key, target = "Capture", scope = "all", mode = "kill", reason = "Open", reviewBy = "2026-07-01T00:00:00Z" };

    static object Review(string document, char digit) => new
    {
        kind = "people-data", document, sha256 = new string(digit, 64), signer = "A. Archer",
        signedOn = "2026-03-09", outcome = "approved-with-conditions", conditions = new[] { "All may opt out" },
    };

    /// <summary>From three incidents and a pause called <c>spare</c>, on 12 June 2026.</summary>
    public IReadOnlyList<Step> All =>
    [
        new("DeclareIncident", "/api/incidents", new { title = "One" }, new { title = "Two" }),
        new("EditIncident", $"{One}/description", new { title = "Other words" }, new { title = "More words" }),
        new("ChangeSeverity", $"{One}/severity", new { severity = "SEV1", reason = "Worse" }, new { severity = "SEV0", reason = "Worse" }),
        new("PostUpdate", $"{One}/updates", new { text = "Anna saw it" }, new { text = "Bert saw it" }),
        new("SetMilestone", $"{One}/milestones", new { milestone = "started", at = "2026-06-01T00:00:00Z" },
            new { milestone = "started", at = "2026-06-02T00:00:00Z" }),
        new("AssignRole", $"{One}/roles", new { role = "scribe", person = paula }, new { role = "deputy", person = paula }),
        new("ReleaseRole", $"{One}/roles/release", new { role = "scribe" }, new { role = "deputy" }),
        new("AddParticipant", $"{One}/participants", new { person = quentin }, new { person = paula }),
        new("RemoveParticipant", $"{One}/participants/removal", new { person = quentin }, new { person = paula }),
        new("ChangeStatus", $"{One}/status", new { status = "contained" }, new { status = "resolved" }),
        new("SettleClosingItem", $"{One}/closing", new { item = "containment", state = "done" },
            new { item = "containment", state = "waived", reason = "No" }),
        new("CorrectEntry", $"{One}/corrections", new { position = 4, text = "Anna heard it", reason = "Ear" },
            new { position = 4, text = "Anna felt it", reason = "Ear" }),
        new("RedactEntry", $"{One}/redactions", new { position = 4, passage = "Anna", reason = "Erasure" },
            new { position = 4, passage = "saw", reason = "Erasure" }),
        new("MergeIncident", "/api/incidents/2/merge", new { into = 3 }, new { into = 1 }),
        new("UnmergeIncident", "/api/incidents/2/unmerge", Nothing, new { reason = "Not the same" }),
        new("ChangeVisibility", "/api/incidents/3/visibility", new { visibility = "private", reason = "Names" },
            new { visibility = "private", reason = "People" }),
        new("ImportAssets", "/api/assets/imports", "key\nhive://w/a\nhive://w/b\n", "key\nhive://w/c\n"),
        new("SaveSearch", "/api/assets/searches", new { name = "Hive", q = "hive" }, new { name = "Hive", q = "hive://" }),
        new("RenameSearch", "/api/assets/searches/2/name", new { name = "All of Hive" }, new { name = "Some of Hive" }),
        new("DeleteSearch", "/api/assets/searches/2/deletion", Nothing, "/api/assets/searches/1/deletion"),
        new("LinkAssets", $"{One}/assets", new { pattern = "hive://*" }, new { pattern = "*" }),
        new("SetExposure", $"{One}/assets/exposure", new { pattern = "*", disclosure = "disclosed" },
            new { pattern = "*", disclosure = "cannot-be-assessed" }),
        new("RecordReaders", $"{One}/evidence/readers", new { all = true, group = "everybody", source = "Grants" },
            new { all = true, group = "nobody", source = "Grants" }),
        new("RecordAccesses", $"{One}/evidence/accesses",
            new { all = true, source = "Audit log", accesses = 0, accessesAre = "actual" }, new { all = true, source = "Audit log" }),
        new("RecordCoverage", $"{One}/evidence/coverage", new { all = true, log = "Audit log", state = "none" },
            new { all = true, log = "Query log", state = "none" }),
        new("ImportEvidence", $"{One}/evidence/imports?kind=readers",
            "key,group\nhive://w/a,analysts\n", "key,group\nhive://w/b,analysts\n"),
        new("WithdrawEvidence", $"{One}/evidence/withdrawals",
            new { position = 17, reason = "Wrong log" }, new { position = 18, reason = "Wrong log" }),
        new("SetContainment", $"{One}/assets/containment", new { all = true, state = "contained", evidence = "Grants removed" },
            new { all = true, state = "contained", evidence = "Tables dropped" }),
        new("UnlinkAssets", $"{One}/assets/unlink", new { keys = new[] { "hive://w/a" }, reason = "No" },
            new { keys = new[] { "hive://w/b" }, reason = "No" }),
        new("LinkReached", $"{One}/blast-radius/links", Nothing, new { hops = 2 }),
        new("ProposePause", "/api/pauses", Pause("mci"), Pause("mci-2")),
        new("WidenPause", "/api/pauses/spare/widening", new { targets = new[] { "program:capture", "program:screens" }, reason = "Both" },
            new { targets = new[] { "program:capture" }, reason = "One" }),
        new("NarrowPause", "/api/pauses/spare/narrowing", new { targets = new[] { "program:screens" }, reason = "Not that" },
            new { targets = new[] { "program:capture" }, reason = "Not this" }),
        new("OrderPause", "/api/pauses/mci/order", Nothing, new { authority = "CTO" }),
        new("ChangePauseMode", "/api/pauses/mci/mode", new { mode = "drain", reason = "Let it finish" },
            new { mode = "block-new", reason = "Let it run" }),
        new("StateCost", "/api/pauses/mci/cost", new { text = "Training waits", certainty = "unknown" },
            new { text = "Orders wait", certainty = "unknown" }),
        new("NameHeartbeats", "/api/pauses/mci/heartbeats", new { sources = new[] { "etl-1" } }, new { sources = new[] { "etl-2" } }),
        new("ReportSighting", "/api/pauses/mci/sightings", new { source = "etl-1" }, new { source = "etl-2" }),
        new("HandOverRecheck", "/api/pauses/mci/reviewer",
            new { person = paula, reason = "On call" }, new { person = paula, reason = "Her turn" }),
        new("VerifyPause", "/api/pauses/mci/verifications", new { text = "Nothing runs", lookedAt = "The scheduler" },
            new { text = "Nothing ran", lookedAt = "The scheduler" }),
        new("AddCondition", "/api/pauses/mci/conditions/additions",
            new { text = "Rules reviewed", reason = "Asked for" }, new { text = "Rules read", reason = "Asked for" }),
        new("SettleCondition", "/api/pauses/mci/conditions", new { condition = 1, evidence = "Two teams read them" },
            new { condition = 1, evidence = "One team read them" }),
        new("ExtendPause", "/api/pauses/mci/extensions", new { reviewBy = "2026-07-02T00:00:00Z", reason = "Later" },
            new { reviewBy = "2026-07-03T00:00:00Z", reason = "Later" }),
        new("ApproveResume", "/api/pauses/mci/resume-approvals", new { reason = "Fixed" }, new { reason = "Mended" }),
        new("ResumePause", "/api/pauses/mci/resume", Nothing, "/api/pauses/spare/resume") { BySecond = true },
        new("EnterSubject", "/api/reviews", new { key = "capture", name = "Capture" }, new { key = "screens", name = "Screens" }),
        new("DescribeSubject", $"{Register}/description", new { peopleData = "yes", reason = "Looked" },
            new { peopleData = "no", reason = "Looked" }),
        new("RecordReview", $"{Register}/records", Review("Review of March", 'a'), Review("Review of May", 'b')),
        new("SettleReviewCondition", $"{Register}/conditions", new { review = 1, condition = 1, evidence = "Tried" },
            new { review = 1, condition = 1, evidence = "Read" }),
        new("CorrectReview", $"{Register}/corrections", new { review = 1, signer = "B. Baker", reason = "Misread" },
            new { review = 1, signer = "C. Carter", reason = "Misread" }),
        new("TakeOverConditions", "/api/pauses/spare/conditions/reviews",
            new { subject = "capture", review = 1, reason = "Asked for" }, new { subject = "capture", review = 1, reason = "Needed" }),
        new("WithdrawReview", $"{Register}/withdrawals",
            new { review = 1, reason = "Another program" }, new { review = 1, reason = "Not signed" }),
        new("RecordReviewSearch", $"{Register}/searches", new { kind = "dpia", searched = "The share" },
            new { kind = "dpia", searched = "The safe" }),
        new("WithdrawReviewSearch", $"{Register}/searches/withdrawals",
            new { search = "7", reason = "Too early" }, new { search = "7", reason = "Too late" }),
        new("ClaimSafeguard", $"{Register}/safeguards",
            new { kind = "opt-out", claim = "All may", claimedIn = "Notice", covered = new[] { "executives" } },
            new { kind = "opt-out", claim = "All can", claimedIn = "Notice" }),
        new("VerifySafeguard", $"{Register}/safeguards/checks",
            new { safeguard = 1, evidence = "Tried" }, new { safeguard = 1, evidence = "Asked" }),
        new("ReviseSafeguard", $"{Register}/safeguards/coverage", new { safeguard = 1, notCovered = new[] { "staff" }, reason = "Asked" },
            new { safeguard = 1, notCovered = new[] { "all" }, reason = "Asked" }),
        new("WithdrawSafeguard", $"{Register}/safeguards/withdrawals",
            new { safeguard = 1, reason = "Gone" }, new { safeguard = 1, reason = "Never" }),
        new("WithdrawPause", "/api/pauses/spare/withdrawal", new { reason = "Wrong one" }, new { reason = "Not that one" }),
        new("DraftStatement", $"{One}/statements", new { audience = "staff" }, new { audience = "press" }),
        new("ReviseStatement", $"{One}/statements/S1/versions", new { text = "We know this." }, new { text = "We know that." }),
        new("PublishStatement", $"{One}/statements/S1/publications",
            new { version = 2, channel = "Intranet" }, new { version = 2, channel = "Mail" }),
        new("AddTask", $"{One}/tasks", new { title = "Ask" }, new { title = "Ask again" }),
        new("AssignTask", $"{One}/tasks/added-1/assignee", new { assignee = paula }, new { assignee = quentin }),
        new("SettleTask", $"{One}/tasks/added-1/state", new { state = "done" }, new { state = "not-needed", reason = "No" }),
        new("ImportIncident", "/api/incidents/imports", export, otherExport),
        new("InvitePerson", "/api/people", new { name = "Rita", email = "rita@example.org", roles = "viewer" },
            new { name = "Rita", email = "rita@example.org", roles = "comms" }),
        new("ChangeRoles", $"/api/people/{quentin}/roles", new { roles = "comms" }, new { roles = "viewer" }),
        new("ResetAuthenticator", $"/api/people/{paula}/authenticator/reset", Nothing, $"/api/people/{quentin}/authenticator/reset"),
        new("RenewInvitation", $"/api/people/{paula}/invitation", Nothing, $"/api/people/{quentin}/invitation"),
        new("DeactivatePerson", $"/api/people/{quentin}/deactivate", Nothing, $"/api/people/{paula}/deactivate"),
        new("ReactivatePerson", $"/api/people/{quentin}/reactivate", Nothing, $"/api/people/{paula}/reactivate"),
        new("ChangeOwnProfile", "/api/account", new { name = "Ada", zone = "Europe/Berlin" }, new { name = "Ada", zone = "Etc/UTC" }),
        new("IssueToken", "/api/tokens", new { name = "One", roles = "viewer" }, new { name = "Two", roles = "viewer" }),
        new("RevokeToken", $"/api/tokens/{token}/revoke", Nothing, $"/api/tokens/{new Guid(1, 2, 3, new byte[8])}/revoke"),
    ];
}
