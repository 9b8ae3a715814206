using System.Text;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// What to look for in names. With <c>*</c> or <c>?</c> in it a glob over the whole name: <c>*</c> is any run of characters, dots
/// and slashes too, <c>?</c> is one character, everything else is itself, <c>_</c> and <c>[</c> as well. Without, a part of the name.
/// </summary>
internal sealed class NamePattern
{
    public const int MostCharacters = 1_000;

    readonly byte[][] _pieces;

    NamePattern(byte[] pattern, bool isGlob)
    {
        IsGlob = isGlob;
        _pieces = isGlob ? [.. Split(pattern, (byte)'*')] : [pattern];
        Literal = isGlob ? _pieces.SelectMany(p => Split(p, (byte)'?')).MaxBy(p => p.Length)! : pattern;
    }

    public bool IsGlob { get; }

    /// <summary>The longest run of bytes that every match contains; to look for it first is what makes a glob fast. May be empty.</summary>
    public byte[] Literal { get; }

    /// <summary>For folded names: whatever its case.</summary>
    public static NamePattern Folded(string text) => new(Folding.Fold(text.Trim()), IsOne(text));

    /// <summary>A glob over the whole name, even without a star.</summary>
    public static NamePattern FoldedGlob(string text) => new(Folding.Fold(text.Trim()), isGlob: true);

    /// <summary>For names as they are spelled; always over the whole name.</summary>
    public static NamePattern Spelled(string text) => new(Encoding.UTF8.GetBytes(text.Trim()), isGlob: true);

    public static bool IsOne(string text) => text.AsSpan().ContainsAny('*', '?');

    public bool Matches(ReadOnlySpan<byte> name) => IsGlob ? Globs(name) : name.IndexOf(Literal) >= 0;

    bool Globs(ReadOnlySpan<byte> name)
    {
        var at = After(name, 0, _pieces[0]);
        if (at < 0) return false;
        if (_pieces.Length == 1) return at == name.Length;
        var end = Before(name, _pieces[^1]);
        if (end < at) return false;
        // The leftmost place for each piece leaves most room for those behind it, so nothing has to be tried twice.
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
            if ((at = Find(name[..end], at, piece)) < 0) return false;
        return true;
    }

    /// <summary>Where the piece ends that starts exactly here; -1 if it does not stand here.</summary>
    static int After(ReadOnlySpan<byte> name, int at, ReadOnlySpan<byte> piece)
    {
        foreach (var wanted in piece)
        {
            if (at >= name.Length) return -1;
            if (wanted == '?') at += Folding.Length(name[at]);
            else if (wanted != name[at++]) return -1;
        }
        return at <= name.Length ? at : -1;
    }

    /// <summary>Where the piece starts with which the name ends; -1 if it ends otherwise.</summary>
    static int Before(ReadOnlySpan<byte> name, ReadOnlySpan<byte> piece)
    {
        var at = name.Length;
        for (var i = piece.Length - 1; i >= 0; i--)
        {
            if (--at < 0) return -1;
            if (piece[i] == '?') while (at > 0 && (name[at] & 0xC0) == 0x80) at--;
            else if (piece[i] != name[at]) return -1;
        }
        return at;
    }

    /// <summary>Where the piece ends whose place is the leftmost from here on; -1 if there is none.</summary>
    static int Find(ReadOnlySpan<byte> name, int from, ReadOnlySpan<byte> piece)
    {
        if (!piece.Contains((byte)'?')) return name[from..].IndexOf(piece) is >= 0 and var found ? from + found + piece.Length : -1;
        for (var at = from; at < name.Length; at += Folding.Length(name[at]))
            if (After(name, at, piece) is >= 0 and var end) return end;
        return -1;
    }

    static List<byte[]> Split(ReadOnlySpan<byte> pattern, byte at)
    {
        var pieces = new List<byte[]>();
        foreach (var piece in pattern.Split(at)) pieces.Add(pattern[piece].ToArray());
        return pieces;
    }
}
