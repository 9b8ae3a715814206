using IncidentDesk.People.Accounts;

namespace IncidentDesk.Tests.People.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("Password1234!", "too common")]
    [InlineData("correcthorsebatterystaple", "too common")]
    [InlineData("abababababababab", "repeats")]
    [InlineData("I am Remy, hello", "your name")]
    [InlineData("xx-duty.officer-xx", "your name or address")]
    public void A_password_that_is_guessed_first_is_refused(string password, string says) =>
        Assert.Contains(says, Passwords.Objection(new(password), "Remy Responder", "duty.officer@example.org"), StringComparison.Ordinal);

    [Theory]
    [InlineData("four words make rain")]
    [InlineData("                    x y z 1 ")]
    [InlineData("пароль из слов")]
    public void Any_other_long_password_will_do(string password) =>
        Assert.Null(Passwords.Objection(new(password), "Li Wu", "li@example.org"));

    [Fact]
    public void A_hash_matches_its_password_only_and_never_equals_another()
    {
        var (one, two) = (Passwords.Hash(new("four words make rain")), Passwords.Hash(new("four words make rain")));

        Assert.NotEqual(one, two);
        Assert.True(Passwords.Verify(one, new("four words make rain")));
        Assert.False(Passwords.Verify(one, new("four words make Rain")));
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password123!2024")]
    [InlineData("P@ssw0rd12345678")]
    [InlineData("iloveyou1234567")]
    [InlineData("qwertyuiop12345")]
    [InlineData("summer2024winter")]
    [InlineData("incidentdesk2026")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("welcome-welcome-1")]
    [InlineData("liverpoolliverpool")]
    public void What_everybody_thinks_of_is_too_common(string password) =>
        Assert.NotNull(Passwords.Objection(new(password), "Remy Responder", "remy@example.org"));

    [Theory]
    [InlineData("four words make rain")]
    [InlineData("a different long sentence")]
    [InlineData("my cat eats the blue lemon at noon")]
    [InlineData("xK3vWq9ZpL2m")]
    [InlineData("teppich-zwiebel-hafen")]
    public void What_takes_a_moment_to_think_of_is_taken(string password) =>
        Assert.Null(Passwords.Objection(new(password), "Remy Responder", "remy@example.org"));
}
