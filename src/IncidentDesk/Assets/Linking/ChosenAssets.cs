using System.Text;
using IncidentDesk.Storage;

namespace IncidentDesk.Assets.Linking;

/// <summary>What a command's pattern or list comes to in the database: keys in the order of their UTF-8 bytes.</summary>
/// <param name="Keys">Those the command will change something about.</param>
/// <param name="Disclosures">What stands now for each of them; empty for those not linked yet.</param>
/// <param name="Others">How many were meant and need no change.</param>
/// <param name="Unmatched">What was asked for and is not there.</param>
internal sealed record ChosenAssets(IReadOnlyList<string> Keys, IReadOnlyList<Disclosure> Disclosures, int Others, IReadOnlyList<string> Unmatched)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', Keys));

    /// <summary>
    /// Of the whole catalogue, those not linked yet; linked ones are the others. What only incidents name is not in the catalogue: it
    /// may be known to nobody but who takes part in one of them.
    /// </summary>
    public static async Task<ChosenAssets> InCatalogue(DeskDb db, int incident, IChoosesAssets choice, CancellationToken ct)
    {
        var (from, what) = Meant(db.Dialect, choice);
        var rows = await db.Rows($"""
            SELECT a.Key, EXISTS (SELECT 1 FROM AssetLinks l WHERE l.Incident = @incident AND l.AssetId = a.Id AND l.ToPosition IS NULL)
            FROM {from} WHERE a.Id NOT IN (SELECT Id FROM Assets WHERE OnlyInIncidents)
              OR EXISTS (SELECT 1 FROM AssetLinks l WHERE l.Incident = @incident AND l.AssetId = a.Id) ORDER BY a.Key
            """, r => (Key: r.GetString(0), Change: !r.GetBoolean(1), Was: default(Disclosure)), ct, ("@incident", incident), ("@what", what));
        return Of(choice, rows, []);
    }

    /// <summary>Of those linked now, the ones for which <paramref name="changes"/> holds.</summary>
    public static async Task<ChosenAssets> Linked(
        DeskDb db, int incident, IChoosesAssets choice, string changes, CancellationToken ct, params (string, object?)[] values)
    {
        var (from, what) = Meant(db.Dialect, choice);
        var rows = await db.Rows($"""
            SELECT a.Key, {changes}, l.Disclosure
            FROM {from} JOIN AssetLinks l ON l.Incident = @incident AND l.AssetId = a.Id AND l.ToPosition IS NULL ORDER BY a.Key
            """, r => (Key: r.GetString(0), Change: r.GetBoolean(1), Was: (Disclosure)r.GetInt32(2)), ct, [("@incident", incident), ("@what", what), .. values]);
        return Of(choice, rows, rows.Where(r => r.Change).Select(r => r.Was));
    }

    static ChosenAssets Of(IChoosesAssets choice, List<(string Key, bool Change, Disclosure Was)> rows, IEnumerable<Disclosure> was)
    {
        var keys = rows.Where(r => r.Change).Select(r => r.Key).ToList();
        return new(keys, [.. was], rows.Count - keys.Count, Missing(choice, rows));
    }

    static List<string> Missing(IChoosesAssets choice, List<(string Key, bool, Disclosure)> rows)
    {
        if (choice.Pattern.OrNull() is { } pattern) return rows.Count == 0 ? [pattern] : [];
        var there = rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return [.. Listed(choice).Where(k => !there.Contains(k))];
    }

    static (string From, object? What) Meant(Dialect dialect, IChoosesAssets choice) => choice switch
    {
        { All: true } => ("Assets a", null),
        { Keys.Count: > 0 } => ($"(SELECT a.Id, a.Key FROM {dialect.Each("@what", "k")} CROSS JOIN Assets a WHERE a.Key = k.value) a", dialect.Texts(Listed(choice))),
        _ => ($"(SELECT Id, Key FROM Assets WHERE {dialect.Matches("Key", "@what")}) a", dialect.Pattern(choice.Pattern!)),
    };

    static IEnumerable<string> Listed(IChoosesAssets choice) => (choice.Keys ?? []).Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal);
}
