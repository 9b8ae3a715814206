namespace IncidentDesk.People;

/// <summary>
/// By what the desk tells that two accounts are one person: the address they sign in with, less
/// what its owner can vary at will.
/// </summary>
public static class LoginIdentity
{
    /// <summary>
    /// The address in lower case and without a tag behind a plus sign (RFC 5233):
    /// <c>Remy+night@example.org</c> is <c>remy@example.org</c>.
    /// </summary>
    public static string Of(string email)
    {
        var address = email.Trim().ToLowerInvariant();
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+', StringComparison.Ordinal));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
