using System.Text;
using IncidentDesk.Assets.Searching;
using IncidentDesk.Incidents;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;

namespace IncidentDesk.Assets.Linking;

/// <summary>What a command will do something about: keys in the order of their UTF-8 bytes.</summary>
/// <param name="Keys">Those the command will change something about.</param>
/// <param name="Disclosures">What stands now for each of them; empty for those not linked yet.</param>
/// <param name="Others">How many were meant and need no change.</param>
/// <param name="Unmatched">What was asked for and is not there.</param>
internal sealed record ChosenAssets(
    IReadOnlyList<string> Keys, IReadOnlyList<Disclosure> Disclosures, int Others, IReadOnlyList<string> Unmatched)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n', Keys));

    /// <summary>The same for the same keys, and other for any other: what the attachment of an entry about them is called.</summary>
    public string Called() => Attachment.Of(ToBytes()).Hash;

    /// <summary>
    /// Of the assets meant, those not linked yet; linked ones are the others. What only incidents name is not in the catalogue: it
    /// may be known to nobody but who takes part in one of them.
    /// </summary>
    public static async Task<ChosenAssets> New(DeskDb db, int incident, IChoosesAssets choice, Meant meant, CancellationToken ct)
    {
        var links = await db.Rows("""
            SELECT coalesce(a.MergedInto, a.Id), l.ToPosition IS NULL
              FROM AssetLinks l JOIN Assets a ON a.Id = l.AssetId WHERE l.Incident = @incident
            """,
            r => (Id: r.GetInt32(0), Now: r.GetBoolean(1)), ct, ("@incident", incident));
        var (ever, linked) = (links.Select(l => l.Id).ToHashSet(), links.Where(l => l.Now).Select(l => l.Id).ToHashSet());
        var there = meant.Assets.Where(a => !a.OnlyNamed || ever.Contains(a.Id)).ToList();
        var keys = there.Where(a => !linked.Contains(a.Id)).Select(a => a.Key).ToList();
        return new(keys, [], there.Count - keys.Count, Missing());

        IReadOnlyList<string> Missing()
        {
            if (meant.Names is not { } names) return there.Count == 0 && meant.Pattern is { } pattern ? [pattern] : [];
            return names.UnknownWith(a => a.OnlyNamed && !ever.Contains(a.Id), choice.Keys ?? []);
        }
    }

    /// <summary>
    /// Of those linked now, the ones for which <paramref name="changes"/> holds, where the
    /// choice is a pattern, a list or all.
    /// </summary>
    public static Task<ChosenAssets> Linked(
        DeskDb db, int incident, IChoosesAssets choice, string changes, CancellationToken ct, params (string, object?)[] values) =>
        Linked(db, incident, choice, null, changes, ct, values);

    /// <param name="meant">What the choice comes to in the catalogue, where it goes by more than keys.</param>
    public static async Task<ChosenAssets> Linked(
        DeskDb db, int incident, IChoosesAssets choice, Meant? meant,
        string changes, CancellationToken ct, params (string, object?)[] values)
    {
        var named = meant is null && choice.Keys is { Count: > 0 } keys ? await NamedAssets.Of(db, keys, ct) : null;
        var ids = named?.Found.Values.Select(a => a.Id).ToHashSet() ?? meant?.Assets.Select(a => a.Id).ToHashSet();
        var pattern = ids is null && choice.Pattern.OrNull() is { } glob ? NamePattern.Spelled(glob) : null;

        var rows = await db.Rows($"""
            SELECT a.Key, s.Id, s.Key, {changes}, l.Disclosure
            FROM AssetLinks l JOIN Assets a ON a.Id = l.AssetId JOIN Assets s ON s.Id = coalesce(a.MergedInto, a.Id)
            WHERE l.Incident = @incident AND l.ToPosition IS NULL
            """,
            r => (Key: r.GetString(0), Is: (Id: r.GetInt32(1), Key: r.GetString(2)),
                Change: r.GetBoolean(3), Was: (Disclosure)r.GetInt32(4)),
            ct, [("@incident", incident), .. values]);
        // Whoever names an asset means what was merged into it as well; the record names each by the key it was linked under.
        var chosen =
            rows.Where(r => (ids?.Contains(r.Is.Id) ?? true) && (pattern is null || Matches(pattern, r.Key) || Matches(pattern, r.Is.Key)))
                .OrderBy(r => r.Key, ByKey.It).ToList();
        var change = chosen.Where(r => r.Change).ToList();
        return new([.. change.Select(r => r.Key)], [.. change.Select(r => r.Was)], chosen.Count - change.Count, Missing());

        List<string> Missing()
        {
            if (choice.Pattern.OrNull() is { } missed && named is null) return chosen.Count == 0 ? [missed] : [];
            if (named is null) return [];
            var there = chosen.Select(r => r.Is.Id).ToHashSet();
            return [.. choice.Keys!.Select(k => k.Trim()).Distinct(StringComparer.Ordinal)
                .Where(k => k.Length > 0 && !(named.Found.TryGetValue(k, out var asset) && there.Contains(asset.Id)))];
        }
    }

    static bool Matches(NamePattern pattern, string key) => pattern.Matches(Encoding.UTF8.GetBytes(key));
}
