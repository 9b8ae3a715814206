using CsCheck;
using IncidentDesk.Assets;
using Microsoft.Data.Sqlite;

namespace IncidentDesk.Tests.Assets.Searching;

public sealed class KeyPatternTests
{
    static readonly string[] Characters = ["a", "B", "b", ".", "_", "[", "]", "^", "-", "*", "?", "%", "\\", "😀", "ä"];
    static readonly Gen<string> Text = Gen.Int[0, Characters.Length - 1].Array[0, 7].Select(some => string.Concat(some.Select(i => Characters[i])));

    /// <summary>What the pattern means, said once more in the plainest way, a character being a Unicode code point.</summary>
    static bool Means(ReadOnlySpan<int> pattern, ReadOnlySpan<int> key)
    {
        if (pattern.IsEmpty) return key.IsEmpty;
        if (pattern[0] == '*') return Means(pattern[1..], key) || (!key.IsEmpty && Means(pattern, key[1..]));
        return !key.IsEmpty && (pattern[0] == '?' || pattern[0] == key[0]) && Means(pattern[1..], key[1..]);
    }

    [Fact]
    public void A_pattern_matches_in_the_database_exactly_what_it_means()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        using var glob = database.CreateCommand();
        glob.CommandText = "SELECT $key GLOB $pattern";
        var (key, pattern) = (glob.Parameters.Add("$key", SqliteType.Text), glob.Parameters.Add("$pattern", SqliteType.Text));

        Gen.Select(Text, Text).Sample((p, k) =>
        {
            (key.Value, pattern.Value) = (k, KeyPattern.ToGlob(p));
            return (long)glob.ExecuteScalar()! == 1 == Means([.. p.EnumerateRunes().Select(r => r.Value)], [.. k.EnumerateRunes().Select(r => r.Value)]);
        }, iter: 20_000, threads: 1);
    }
}
