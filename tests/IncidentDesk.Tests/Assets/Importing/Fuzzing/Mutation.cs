using System.Text;

namespace IncidentDesk.Tests.Assets.Importing.Fuzzing;

/// <summary>One way to damage a file. The same random numbers damage it the same way again.</summary>
internal static class Mutation
{
    static readonly string[] Tokens =
    [
        "null", "true", "{}", "[]", "\"\"", "\"\\ud83d\"", "\\u0000", "\"", "'", ",", ":", "{", "}", "[", "]",
        "\n", "\r", "\t", "&a ", "*a", "*common", "!!binary ", "---\n", "...\n", "%YAML 9.9\n", "? ", "| ", "<<: ",
        "#", "//", "://", ".", "..", "@", "(", ")", "urn:li:", "urn:li:dataset:(", ",PROD)", "arn:aws:glue:", "s3://",
        "`", "$", "\\", "\"\"\"", ";", "=", "-1", "NaN", "1e999", "9223372036854775808", "\u202E", "😀", "\uFEFF", "İ",
    ];

    public static readonly IReadOnlyList<(string Name, Func<byte[], Random, byte[]> Of)> All =
    [
        ("truncate", (b, r) => b[..At(b, r)]),
        ("behead", (b, r) => b[At(b, r)..]),
        ("flip a bit", (b, r) => Changed(b, r, x => (byte)(x ^ (1 << r.Next(8))))),
        ("change a byte", (b, r) => Changed(b, r, _ => (byte)r.Next(256))),
        ("cut", (b, r) => Cut(b, r, out _)),
        ("duplicate", (b, r) => Insert(b, r, Piece(b, r))),
        ("repeat a thousand times", (b, r) => Insert(b, r, Repeated(Piece(b, r, 200), 1_000))),
        ("move", (b, r) => Insert(Cut(b, r, out var piece), r, piece)),
        ("splice", (b, r) => Insert(b, r, Piece(Other(r), r, 400))),
        ("join", (b, r) => [.. b, .. Other(r)]),
        ("nest", (b, r) => Insert(b, r, Repeated(
            Encoding.UTF8.GetBytes(Pick(r, "[", "{\"a\":", "{a: ", "- ", "((", "\"", "  ", "a: \n ")), Pick(r, 10, 70, 600, 20_000)))),
        ("huge number",
            (b, r) => Insert(b, r, Encoding.UTF8.GetBytes(Pick(r, "9", "1e", "-", "0.") + new string('9', Pick(r, 5, 30, 400, 5_000))))),
        ("no text", (b, r) => Insert(b, r,
            Pick<byte[]>(r, [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0], [0xEF, 0xBB, 0xBF], [0xC0, 0x80]))),
        ("token", (b, r) => Insert(b, r, Encoding.UTF8.GetBytes(Pick(r, Tokens)))),
        ("replace by token", (b, r) => Insert(Cut(b, r, out _, 12), r, Encoding.UTF8.GetBytes(Pick(r, Tokens)))),
        ("swap quoted words", Swapped),
        ("long word", (b, r) => Insert(b, r,
            Encoding.UTF8.GetBytes(new string(Pick(r, 'a', 'ä', '.', '/', '"', '('), Pick(r, 250, 1_100, 4_000, 70_000))))),
        ("nothing left",
            (_, r) => Pick<byte[]>(r, [], "null"u8.ToArray(), "[]"u8.ToArray(), "{}"u8.ToArray(), "\n"u8.ToArray(), "\""u8.ToArray())),
    ];

    static byte[] Changed(byte[] bytes, Random random, Func<byte, byte> how)
    {
        if (bytes.Length == 0) return bytes;
        var copy = bytes.ToArray();
        ref var one = ref copy[random.Next(copy.Length)];
        one = how(one);
        return copy;
    }

    static byte[] Swapped(byte[] bytes, Random random)
    {
        var quotes = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '"').ToList();
        if (quotes.Count < 4) return bytes;
        var (one, two) = (random.Next(quotes.Count / 2 - 1), quotes.Count / 2 - 1);
        var (a, b, c, d) = (quotes[2 * one], quotes[2 * one + 1], quotes[2 * two], quotes[2 * two + 1]);
        return one == two ? bytes : [.. bytes[..a], .. bytes[c..d], .. bytes[b..c], .. bytes[a..b], .. bytes[d..]];
    }

    static byte[] Other(Random random) => Fixtures.Any[random.Next(Fixtures.Any.Count)].Bytes;

    static int At(byte[] bytes, Random random) => random.Next(bytes.Length + 1);

    static byte[] Piece(byte[] bytes, Random random, int most = 2_000)
    {
        var from = At(bytes, random);
        return bytes[from..(from + random.Next(Math.Min(most, bytes.Length - from) + 1))];
    }

    static byte[] Cut(byte[] bytes, Random random, out byte[] piece, int most = 2_000)
    {
        var from = At(bytes, random);
        var to = from + random.Next(Math.Min(most, bytes.Length - from) + 1);
        piece = bytes[from..to];
        return [.. bytes[..from], .. bytes[to..]];
    }

    static byte[] Insert(byte[] bytes, Random random, byte[] piece)
    {
        var at = At(bytes, random);
        return [.. bytes[..at], .. piece, .. bytes[at..]];
    }

    static byte[] Repeated(byte[] piece, int times) => [.. Enumerable.Repeat(piece, times).SelectMany(p => p)];

    static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];
}
