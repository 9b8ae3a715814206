using IncidentDesk.Assets;
using IncidentDesk.Incidents;
using IncidentDesk.Pauses;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Tests.Incidents.Tasks;

namespace IncidentDesk.Tests.Statements.Drafting;

public sealed class StatementTemplatesTests
{
    static readonly DateTimeOffset Now = new(2026, 6, 12, 3, 10, 0, TimeSpan.Zero);

    static readonly Incident Empty = new()
    {
        Number = 42, Title = "Tables open to everyone", Severity = Severity.Sev2, Kind = IncidentKind.Live, Visibility = Visibility.Open,
        DeclaredAt = Now, DeclaredBy = "Remy Responder",
    };

    static readonly Incident Full = Empty with
    {
        Summary = "Access rules {{ were }} set wrongly & <script>everybody</script> could read.",
        StartedAt = Now.AddDays(-90), DetectedAt = Now.AddHours(-4),
        ResolvedAt = Now, ContainedAt = Now.AddHours(-1), Status = IncidentStatus.Resolved,
        Roles = [new(IncidentRole.Commander, Guid.Empty, "Ines Haddad", Now), new(IncidentRole.Privacy, Guid.Empty, "Pia Privacy", Now)],
        Closing = [new(ClosingItem.AccessReview, Settlement.Waived, "Lou Leader", "No logs are left", Now)],
    };

    static readonly Pause Program = new()
    {
        Key = "mci", Target = "Keystroke capture", Scope = "everybody",
        Mode = PauseMode.Kill, Reason = "Open", ReviewBy = Now, ProposedAt = Now,
        State = PauseState.Ordered, OrderedAt = Now.AddHours(-2),
    };

    static readonly Holdings Tables =
        new(AssetTally.None.Plus(Disclosure.CannotBeAssessed, 5_000).Plus(Disclosure.NotEvidenceAtHand, 40_000))
        {
            Kinds = [(AssetKind.Table, 44_990), (AssetKind.FeatureTable, 10)], From = Now.AddDays(-90), To = Now.AddHours(-1),
        };

    public static TheoryData<Audience> Audiences => [.. Enum.GetValues<Audience>()];

    [Theory, MemberData(nameof(Audiences))]
    public void Each_template_that_ships_is_drawn_for_an_empty_incident(Audience audience)
    {
        var text = Drawn(audience, Empty, [], Holdings.None);

        Assert.Contains("We do not yet know which data could be accessed", text, StringComparison.Ordinal);
        Assert.Contains("not known yet", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Audiences))]
    public void Each_template_that_ships_is_drawn_for_a_full_incident(Audience audience)
    {
        var text = Drawn(audience, Full, [Program, Program with { Key = "other", State = PauseState.Proposed, OrderedAt = null }], Tables);

        Assert.Contains("It cannot be assessed whether anyone accessed the data in 5,000 of 45,000 data holdings.",
            text, StringComparison.Ordinal);
        Assert.Contains("{{ were }} set wrongly & <script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("no evidence of access", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_board_reads_what_is_paused_and_that_its_recheck_is_overdue()
    {
        var text = Drawn(Audience.Board, Full, [Program], Tables);

        Assert.Contains(
            "- Keystroke capture, everybody. Pause: overdue, still paused. Mode: kill. Ordered: 12 Jun 2026, 01:10 UTC.",
            text, StringComparison.Ordinal);
        Assert.Contains("- Kinds of holding: table (44,990), feature table (10)", text, StringComparison.Ordinal);
        Assert.Contains("- No review of who had access, and who used it, was carried out.", text, StringComparison.Ordinal);
        Assert.Contains("Commander: Ines Haddad. Communication: not named yet. Privacy: Pia Privacy.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello {{ incident.titel }}")]
    [InlineData("Hello {{ incident.title | shout }}")]
    [InlineData("Hello {% if incident.title %}")]
    [InlineData("{% for i in (1..100000000) %}x{% endfor %}")]
    [InlineData("{% assign n = 100 | times: 1000000 %}{% for i in (1..n) %}x{% endfor %}")]
    [InlineData("{% if true %}{% assign all = (1..100000000) %}{% endif %}")]
    [InlineData("{% include 'other' %}")]
    [InlineData("{% if true %}{% render 'other' %}{% endif %}")]
    [InlineData("{% assign a = 'aaaaaaaaaa' %}{% for p in roles %}{% for q in roles %}{% for r in roles %}{% for s in roles %}"
        + "{% assign a = a | append: a %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}{{ a }}")]
    [InlineData("{{ 1 | divided_by: 0 }}")]
    public void A_template_with_an_error_is_refused_by_name(string template)
    {
        var outcome = WithPressTemplate(template,
            templates => templates.Render(Audience.Press, StatementModel.Of(Empty, [], Holdings.None, Now)));

        Assert.Equal("statements/press.liquid", Assert.IsType<Statement.BrokenTemplate>(outcome.Refusal).File);
    }

    [Fact]
    public void A_template_that_loops_in_a_loop_ends_and_says_so()
    {
        var loops = string.Concat(Enumerable.Repeat("{% for r in roles %}{% for q in open_questions %}", 8));
        var ends = string.Concat(Enumerable.Repeat("{% endfor %}{% endfor %}", 8));

        var outcome = WithPressTemplate($"{loops}x{ends}",
            templates => templates.Render(Audience.Press, StatementModel.Of(Empty, [], Holdings.None, Now)));

        Assert.Contains("It loops: more than 10,000 steps.", Assert.IsType<Statement.BrokenTemplate>(outcome.Refusal).Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_template_is_refused_by_name()
    {
        var outcome = WithPressTemplate("Hello",
            templates => templates.Render(Audience.Staff, StatementModel.Of(Empty, [], Holdings.None, Now)));

        Assert.Equal(new Statement.NoTemplate("statements/staff.liquid"), outcome.Refusal);
    }

    static string Drawn(Audience audience, Incident incident, Pause[] pauses, Holdings holdings)
    {
        var outcome = new StatementTemplates(Shelf.At(Shelf.Shipped)).Render(audience, StatementModel.Of(incident, pauses, holdings, Now));
        Assert.True(outcome.Done, outcome.Refusal?.Why);
        Assert.EndsWith("As known at 12 Jun 2026, 03:10 UTC.\n", outcome.Value, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{%|%\}|\n\n\n\n", outcome.Value);
        return outcome.Value;
    }

    static T WithPressTemplate<T>(string template, Func<StatementTemplates, T> act)
    {
        var folder = Directory.CreateTempSubdirectory("incidentdesk-templates-");
        folder.CreateSubdirectory("statements");
        File.WriteAllText(Path.Combine(folder.FullName, "statements", "press.liquid"), template);
        try { return act(new StatementTemplates(Shelf.At(folder.FullName))); }
        finally { folder.Delete(recursive: true); }
    }
}
