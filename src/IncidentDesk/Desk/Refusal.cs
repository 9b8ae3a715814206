namespace IncidentDesk;

/// <summary>Why a command was not carried out, in words for the person who sent it. Nothing was saved.</summary>
public abstract record Refusal(string Why)
{
    /// <summary>The same for who only asked, and had nothing to save.</summary>
    public virtual string WhyWhenAsked => Why;

    /// <summary>The shape is wrong; <see cref="Fields"/> names each field as the API spells it.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Fields)
        : Refusal("Nothing was saved. Some fields are not valid.")
    {
        public override string WhyWhenAsked => "Some of what was asked for is not valid.";

        public static Invalid Field(string field, string why) => new(new Dictionary<string, string[]> { [field] = [why] });
    }

    /// <summary>The state of things forbids it. Each rule is a type of its own beside the code that decides it.</summary>
    public abstract record Rule(string Why) : Refusal(Why);

    /// <summary>
    /// What was sent, such as a file, is not what it should be, whatever the state of things. Each is a type of its own beside
    /// what reads it.
    /// </summary>
    public abstract record Unreadable(string Why) : Refusal(Why);

    /// <summary>It does not exist, or not for this caller: the two are never told apart.</summary>
    public sealed record NotFound(string What)
        : Refusal($"There is no {What}, or your role does not allow this. Check the name, or ask an administrator.");

    /// <summary>No account or token stands behind the call.</summary>
    public sealed record NotSignedIn() : Refusal("Nothing was saved. Sign in, or send a valid API token, and try again.")
    {
        public override string WhyWhenAsked => "Sign in, or send a valid API token, and try again.";
    }

    /// <summary>Somebody recorded something since the caller looked.</summary>
    public sealed record Stale(int Seen, int Now)
        : Refusal(
            $"Nothing was saved. You worked from entry {Seen}; the record is now at entry {Now}. Read the new entries, then send again.");

    /// <summary>If-Match takes a strong tag only (RFC 9110, section 13.1.1); some proxies that compress answers weaken it.</summary>
    public sealed record WeakTag(string Tag)
        : Refusal($"Nothing was saved. The tag in If-Match is a weak one, {Tag}: a proxy between you and the desk changed it. "
            + "Send the position in quotes, without W/ before it.");

    /// <summary>An idempotency key may only repeat the request it was first used for.</summary>
    public sealed record KeyReused()
        : Refusal("Nothing was saved. This idempotency key was used for a different request. Use a new key.");

    /// <summary>The answer to the first request held a secret that is shown once.</summary>
    public sealed record ShownOnce()
        : Refusal("This request was already carried out. Its secret was shown once and cannot be shown again; create a new one.");

    /// <summary>More than the desk takes in one go.</summary>
    public sealed record TooLarge(string What, string Limit)
        : Refusal($"Nothing was saved. {What} is larger than {Limit}. Send it in smaller parts.");
}

/// <summary>A refusal that has to be counted, such as a failed sign-in: what its handler wrote is kept.</summary>
public interface IRemembered;
