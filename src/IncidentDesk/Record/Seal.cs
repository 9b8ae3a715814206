namespace IncidentDesk.Record;

/// <summary>
/// Keeps short secrets unreadable in the database, with keys that the host holds elsewhere. What was written before there was a seal is
/// read as it is, and sealed when it is written next.
/// </summary>
/// <param name="close">Seals a text.</param>
/// <param name="open">Opens it again; null when the key is gone or the text was changed.</param>
public sealed class Seal(Func<string, string> close, Func<string, string?> open)
{
    /// <summary>For a desk without a host: nothing is sealed.</summary>
    public static readonly Seal None = new(text => text, _ => null);

    /// <summary>No key of an authenticator and no hash holds a colon.</summary>
    const string Mark = "sealed:";

    bool _warm;

    internal bool IsNone => ReferenceEquals(this, None);

    internal string? Close(string? text) => text is null || IsNone ? text : Mark + close(text);

    internal string? Open(string? kept) => kept is not null && IsClosed(kept) ? open(kept[Mark.Length..]) : kept;

    /// <summary>Fetches the keys, or makes the first one, if that has not been done.</summary>
    internal void Warm()
    {
        if (_warm || IsNone) return;
        close("");
        _warm = true;
    }

    internal static bool IsClosed(string kept) => kept.StartsWith(Mark, StringComparison.Ordinal);
}
