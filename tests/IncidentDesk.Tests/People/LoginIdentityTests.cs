using IncidentDesk.People;

namespace IncidentDesk.Tests.People;

public sealed class LoginIdentityTests
{
    [Theory]
    [InlineData("Remy@Example.org", "remy@example.org")]
    [InlineData(" remy+night@example.org ", "remy@example.org")]
    [InlineData("remy+a+b@example.org", "remy@example.org")]
    [InlineData("+remy@example.org", "+remy@example.org")]
    [InlineData("remy@ex+ample.org", "remy@ex+ample.org")]
    [InlineData("remy", "remy")]
    [InlineData("", "")]
    public void An_address_in_other_letters_or_with_a_tag_is_the_same_person(string email, string identity) =>
        Assert.Equal(identity, LoginIdentity.Of(email));
}
