using IncidentDesk.Incidents;
using IncidentDesk.Incidents.Merging;
using IncidentDesk.Statements;
using IncidentDesk.Statements.Drafting;
using IncidentDesk.Statements.Events;

namespace IncidentDesk.Tests.Statements;

public sealed class PublishStatementTests : StatementTest
{
    static PublishStatement Out(int incident = 1, int version = 1) =>
        new() { Incident = incident, Statement = "S1", Version = version, Channel = "press conference" };

    [Fact]
    public async Task The_text_of_the_version_is_recorded_with_channel_and_time()
    {
        await Drafted();

        Assert.True((await Do(Out(), Leader)).Done);

        Assert.Equal(new Publication(1, "press conference", "The program is paused.", false, "Lou Leader", Now),
            Assert.Single((await TheStatement()).Publications));
        Assert.IsType<StatementPublished>((await TimelineOf(1))[^1]);
    }

    [Fact]
    public async Task What_was_said_in_other_words_is_recorded_word_for_word_and_marked()
    {
        await Drafted();
        var spoken = Out();
        spoken.Text = " There is no indication at this time that data was improperly accessed. ";
        spoken.PublishedAt = Now.AddMinutes(-20);

        await Do(spoken, Comms);

        var publication = Assert.Single((await TheStatement()).Publications);
        Assert.Equal((true, " There is no indication at this time that data was improperly accessed. ", Now.AddMinutes(-20)),
            (publication.Differs, publication.Text, publication.At));
    }

    [Fact]
    public async Task Line_ends_as_browsers_send_them_are_no_difference()
    {
        var number = await Incident();
        await Done(new DraftStatement { Incident = number, Audience = Audience.Press, Text = "One.\nTwo." }, Comms);
        var same = Out();
        same.Text = "One.\r\nTwo.";

        await Do(same, Comms);

        Assert.False(Assert.Single((await TheStatement()).Publications).Differs);
    }

    [Fact]
    public async Task A_drill_publishes_nothing()
    {
        await Drafted(IncidentKind.Drill);
        var dated = Out();
        dated.PublishedAt = Now.AddHours(-1);

        Assert.Equal(new Statement.DrillNotifiesNobody("S1"), (await Do(Out(), Comms)).Refusal);
        Assert.Equal(new Statement.DrillNotifiesNobody("S1"), (await Do(dated, Comms)).Refusal);
    }

    [Fact]
    public async Task A_backfill_records_only_what_went_out_before()
    {
        await Drafted(IncidentKind.Backfill);
        var dated = Out();
        dated.PublishedAt = Now.AddYears(-1);

        Assert.Equal(new Statement.BackfillNeedsTime("S1"), (await Do(Out(), Comms)).Refusal);
        Assert.True((await Do(dated, Comms)).Done);
    }

    [Fact]
    public async Task A_text_with_open_marks_is_not_published_but_recorded_if_it_went_out_so()
    {
        await Done(new DraftStatement
        {
            Incident = await Incident(), Audience = Audience.Press, Text = "[TO COMPLETE: what happened] [CHECK: plain words]"
        }, Comms);
        var gone = Out();
        gone.PublishedAt = Now.AddMinutes(-5);

        Assert.Equal(new Statement.Unfinished("S1", 1, 2), (await Do(Out(), Comms)).Refusal);
        Assert.True((await Do(gone, Comms)).Done);
    }

    [Fact]
    public async Task What_went_out_can_be_recorded_on_a_merged_incident()
    {
        await Drafted();
        await Incident();
        await Done(new MergeIncident { Incident = 1, Into = 2 });

        Assert.IsType<Incident.MergedElsewhere>((await Do(new DraftStatement { Incident = 1, Audience = Audience.Press }, Comms)).Refusal);
        Assert.True((await Do(Out(), Comms)).Done);
    }

    [Fact]
    public async Task A_missing_version_channel_or_a_time_to_come_is_refused()
    {
        await Drafted();
        var wrong = new PublishStatement { Incident = 1, Statement = "S1", PublishedAt = Now.AddHours(1) };

        Assert.Equal(["channel", "publishedAt", "version"],
            Assert.IsType<Refusal.Invalid>((await Do(wrong, Comms)).Refusal).Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new Refusal.NotFound("version 2 of statement S1"), (await Do(Out(version: 2), Comms)).Refusal);
    }

    [Fact]
    public Task Only_comms_and_leadership_who_see_the_incident_can_publish() =>
        OnlyForThoseWhoMay(number => Out(number), Responder, Privacy);
}
