using System.Collections.Frozen;

namespace IncidentDesk.People.Accounts;

/// <summary>
/// Passwords put together from what everybody thinks of first: common words, rows of the keyboard, years and counters, in up to four
/// pieces. Long passwords from lists of leaked ones are nearly all made so (OWASP ASVS 5.0, 6.2.4); among the words are those of this
/// product (6.2.11).
/// </summary>
internal static class EasyPasswords
{
    const int MostPieces = 4;

    /// <summary>So many digits are a year, a date or a counter.</summary>
    const int Counter = 8;

    static readonly FrozenSet<string> Words = (
        "password passwort passphrase passw0rd pass word qwerty qwertz azerty admin administrator root user guest login "
        + "welcome letmein changeme change default secret secure security private access master manager system server "
        + "computer internet network office company business work home family mother father sister brother baby love "
        + "iloveyou ilove you lover loveme forever friend friends hello hallo bonjour hola goodbye sunshine sunday monday "
        + "tuesday wednesday thursday friday saturday january february march april may june july august september october "
        + "november december spring summer autumn fall winter today tomorrow yesterday always never dragon monkey tiger "
        + "lion panther eagle falcon horse puppy kitty cat dog bear wolf shark dolphin butterfly flower rose cherry apple "
        + "banana orange lemon cookie chocolate cheese coffee pizza football soccer baseball basketball hockey tennis golf "
        + "liverpool arsenal chelsea barcelona madrid juventus yankees cowboys steelers batman superman spiderman pokemon "
        + "starwars matrix naruto killer hunter ninja pirate samurai warrior soldier ranger magic angel devil heaven jesus "
        + "christ god bless lucky happy smile music guitar princess prince king queen crystal diamond silver golden gold "
        + "black white green blue red purple pink yellow london paris berlin america england germany france canada texas "
        + "michael michelle jennifer jessica ashley amanda daniel andrew thomas robert charlie maggie samantha victoria "
        + "william richard nicholas alexander jordan taylor hannah test testing tester example sample demo temp temporary "
        + "trust trustno one two three four five six seven eight nine zero the and for my is a i not no me new old big "
        + "incident incidentdesk desk data breach").Split(' ').ToFrozenSet();

    /// <summary>Along the keyboard, the alphabet and the digits; read in both directions.</summary>
    static readonly string[] Rows = [.. new[]
    {
        "12345678901234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "abcdefghijklmnopqrstuvwxyz",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()", "a1b2c3d4e5f6g7h8",
    }.SelectMany(row => new[] { row, new string([.. row.Reverse()]) })];

    /// <param name="plain">In lower case.</param>
    public static bool Made(string plain) => Pieces(plain) <= MostPieces;

    /// <summary>The fewest pieces that make it; many more than anybody looks for, where it is not made of such pieces alone.</summary>
    static int Pieces(string text)
    {
        var fewest = Enumerable.Repeat(int.MaxValue / 2, text.Length + 1).ToArray();
        fewest[0] = 0;
        for (var end = 1; end <= text.Length; end++)
            for (var begin = 0; begin < end; begin++)
                if (fewest[begin] <= MostPieces && Cost(text[begin..end]) is { } cost)
                    fewest[end] = Math.Min(fewest[end], fewest[begin] + cost);
        return fewest[^1];
    }

    static int? Cost(string piece) => piece switch
    {
        _ when Words.Contains(piece) || Words.Contains(Spelled(piece)) => 1,
        _ when piece.Length >= 3 && (Rows.Any(row => row.Contains(piece, StringComparison.Ordinal)) || piece.Distinct().Count() == 1) => 1,
        _ when piece.Length <= Counter && piece.All(char.IsAsciiDigit) => 1,
        _ when piece.Length <= 3 && !piece.Any(char.IsLetterOrDigit) => 0,
        _ => null,
    };

    /// <summary>Letters for the signs that are written in their place.</summary>
    static string Spelled(string text) => string.Concat(text.Select(c => c switch
    {
        '@' or '4' => 'a', '0' => 'o', '1' or '!' => 'i', '3' => 'e', '$' or '5' => 's', '7' => 't', _ => c,
    }));
}
