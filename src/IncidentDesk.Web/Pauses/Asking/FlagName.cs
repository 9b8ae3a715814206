namespace IncidentDesk.Web.Pauses.Asking;

/// <summary>
/// What is asked about a pause: <c>paused:</c> whether to stop, <c>allowed:</c> whether to
/// go on, <c>pause:</c> all of it.
/// </summary>
internal enum FlagKind { Paused, Allowed, Pause }

/// <summary>The name of a flag, which is a kind and the key of a pause.</summary>
internal readonly record struct FlagName(FlagKind Kind, string Key)
{
    static readonly (string Prefix, FlagKind Kind)[] Kinds =
        [("paused:", FlagKind.Paused), ("allowed:", FlagKind.Allowed), ("pause:", FlagKind.Pause)];

    public static IReadOnlyList<FlagKind> All { get; } = [.. Kinds.Select(k => k.Kind)];

    public static FlagName? Of(string flag)
    {
        foreach (var (prefix, kind) in Kinds)
            if (flag.StartsWith(prefix, StringComparison.Ordinal)) return new(kind, flag[prefix.Length..]);
        return null;
    }

    public override string ToString() => Kinds[(int)Kind].Prefix + Key;
}
