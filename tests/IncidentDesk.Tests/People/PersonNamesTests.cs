using IncidentDesk.People;
using IncidentDesk.People.Changing;
using IncidentDesk.People.Deactivating;
using IncidentDesk.People.Inviting;

namespace IncidentDesk.Tests.People;

/// <summary>Entries show names, so nobody takes another person's.</summary>
public sealed class PersonNamesTests : DeskTest
{
    public static TheoryData<string> Alike =>
    [
        "Pia Privacy", "pia  PRIVACY", "Ｐｉａ Privacy", "Pia\u00A0Privacy", "Pi\u200Ba Privacy", "Pia Priv\u00ADacy",
    ];

    [Theory]
    [MemberData(nameof(Alike))]
    public async Task The_name_of_another_active_person_is_refused_however_it_is_written(string name)
    {
        Assert.IsType<NameTaken>((await Do(new ChangeOwnProfile { Name = name, Zone = "Etc/UTC" })).Refusal);
        Assert.IsType<NameTaken>((await Do(new InvitePerson { Name = name, Email = "new@example.org" }, Admin)).Refusal);
    }

    [Fact]
    public async Task One_s_own_name_stays_free_and_so_does_that_of_somebody_who_left()
    {
        Assert.True((await Do(new ChangeOwnProfile { Name = "remy responder", Zone = "Etc/UTC" })).Done);
        await Done(new DeactivatePerson { Person = Privacy.Person }, Admin);

        Assert.True((await Do(new ChangeOwnProfile { Name = "Pia Privacy", Zone = "Etc/UTC" })).Done);
        Assert.Equal(new NameTaken("Pia Privacy"), (await Do(new ReactivatePerson { Person = Privacy.Person }, Admin)).Refusal);
    }

    [Fact]
    public async Task Names_that_differ_in_an_accent_are_two() =>
        Assert.True((await Do(new ChangeOwnProfile { Name = "Pía Privacy", Zone = "Etc/UTC" })).Done);

    [Fact]
    public async Task An_invitation_is_accepted_under_no_name_of_somebody_else()
    {
        var link = await Done(new RenewInvitation { Person = Second.Person }, Admin);

        var taken = await Do(new AcceptInvitation
        {
            Secret = new(link.Secret), Name = "Remy Responder", Password = new("four words make rain")
        }, Actor.Nobody);

        Assert.Equal(new NameTaken("Remy Responder"), taken.Refusal);
    }
}
