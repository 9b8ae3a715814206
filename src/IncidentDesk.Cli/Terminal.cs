namespace IncidentDesk.Cli;

/// <summary>What the command line hears and says, and what it knows of its surroundings; tests bring their own.</summary>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Err)
{
    /// <summary>An environment variable by its name.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Shows how far something is, each time over the last; null where nobody looks on.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>What carries requests to the desk; the network when null.</summary>
    public HttpMessageHandler? Http { get; init; }
}

/// <summary>What a script can tell from the number alone.</summary>
public static class Exit
{
    public const int Done = 0;

    /// <summary>The state of things forbids it: 409, 412, 422; or a check that did not hold.</summary>
    public const int Refused = 1;

    /// <summary>The words or fields are wrong: 400, 413, or found wrong before anything was sent.</summary>
    public const int Invalid = 2;

    /// <summary>No token, or one that is not valid: 401.</summary>
    public const int NotSignedIn = 3;

    /// <summary>Not there, or not for this caller: 404.</summary>
    public const int NotFound = 4;

    /// <summary>The desk cannot be reached, or broke: nothing is known to be saved.</summary>
    public const int Unreachable = 5;

    public static int Of(int status) => status switch
    {
        < 300 => Done,
        400 or 413 => Invalid,
        401 => NotSignedIn,
        404 => NotFound,
        409 or 412 or 422 => Refused,
        _ => Unreachable,
    };
}
