using System.Text;
using IncidentDesk.Assets.Importing.Files;
using IncidentDesk.Assets.Naming;

namespace IncidentDesk.Assets.Importing.Checking;

/// <summary>
/// What holds for every statement, whatever format it came in. Something too long or broken is left out by itself and said; the rest
/// of the asset is taken.
/// </summary>
internal static class StatementRules
{
    public const int LongestName = AssetKey.MostCharacters, LongestOwner = 200, LongestLabel = 200, MostInOneList = 1_000;

    public static IEnumerable<CatalogueStatement> Of(IEnumerable<CatalogueStatement> file)
    {
        foreach (var statement in file)
            if (statement is StatedAsset asset)
                foreach (var kept in Of(asset)) yield return kept;
            else if (statement is StatedEdge edge && Problem(edge) is { } problem) yield return new RejectedStatement(edge.Place, problem);
            else if (statement is StatedEdge { Job: { } job } through && AssetKey.Problem(job) is { } unnamed)
            {
                yield return through with { Job = null };
                yield return new RejectedStatement(through.Place,
                    $"The job between, “{SpooledFile.Shown(job)}”, was left out; the lineage was imported. {unnamed}");
            }
            else yield return statement;
    }

    static IEnumerable<CatalogueStatement> Of(StatedAsset asset)
    {
        if (AssetKey.Problem(asset.Key) is { } problem)
            return [new RejectedStatement(asset.Place, $"“{SpooledFile.Shown(asset.Key)}”: {problem}")];
        asset = InEnvironment(asset);
        if (IsSound(asset)) return [asset];
        var left = new List<CatalogueStatement>();
        var kept = asset with
        {
            Container = Text(asset.Container, LongestName), Environment = Text(asset.Environment, 100),
            Names = Only(asset.Names, n => n.Value, Flaw),
            Owners = asset.Owners is { } owners ? Only(owners, o => o.Name, Flaw) : null,
            Labels = asset.Labels is { } labels ? Only(labels, l => l.Value, Flaw) : null,
        };
        return [kept, .. left];

        string? Text(string? text, int most)
        {
            if (text is null || Flaw(text, most) is not { } flaw) return text;
            left.Add(new RejectedStatement(asset.Place, Sentence(text, flaw)));
            return null;
        }

        List<T> Only<T>(IReadOnlyList<T> list, Func<T, string> text, Func<T, string?> flaw)
        {
            var sound = new List<T>();
            foreach (var item in list)
                if (flaw(item) is { } why) left.Add(new RejectedStatement(asset.Place, Sentence(text(item), why)));
                else sound.Add(item);
            if (sound.Count <= MostInOneList) return sound;
            left.Add(new RejectedStatement(asset.Place,
                $"There are {sound.Count:N0} entries in one list; the first {MostInOneList:N0} were imported."));
            return sound[..MostInOneList];
        }
    }

    /// <summary>
    /// The same model, built in production and for trying out, goes by one name in both places; only
    /// DataHub and the key tell them apart.
    /// </summary>
    static StatedAsset InEnvironment(StatedAsset asset)
    {
        if (asset.Environment is null) return asset;
        var environment = CanonicalKey.Parse(asset.Key)?.Environment;
        return asset with
        {
            Environment = environment,
            Names = environment is null ? asset.Names : [.. asset.Names.Select(
                n => n.Scheme is NameScheme.Key or NameScheme.DataHub ? n : n with { Value = $"{n.Value}#{environment}" })],
        };
    }

    static bool IsSound(StatedAsset a) =>
        Fits(a.Container, LongestName) && Fits(a.Environment, 100) && All(a.Names, Flaw)
        && All(a.Owners ?? [], Flaw) && All(a.Labels ?? [], Flaw);

    static bool All<T>(IReadOnlyList<T> list, Func<T, string?> flaw)
    {
        if (list.Count > MostInOneList) return false;
        foreach (var item in list)
            if (flaw(item) is not null) return false;
        return true;
    }

    static string? Flaw(AssetName name) => Flaw(name.Value, LongestName);

    static string? Flaw(AssetOwner owner) => Flaw(owner.Name, LongestOwner) ?? Beside(owner.Role);

    static string? Flaw(AssetLabel label) => Flaw(label.Value, LongestLabel) ?? Beside(label.Scheme) ?? Beside(label.Column);

    /// <summary>What qualifies a name or a label, and may be missing.</summary>
    static string? Beside(string? text) => text is null or "" ? null : Flaw(text, LongestName);

    static bool Fits(string? text, int most) => text is null || Flaw(text, most) is null;

    static string? Flaw(string text, int most) =>
        text.Length == 0 ? "is empty"
        : text.Length > most || (text.Length > most * 2 / 3 && Encoding.UTF8.GetByteCount(text) > most * 2)
            ? $"is longer than {most:N0} characters"
        : WellFormed.Flaw(text, lines: false)?.What;

    static string Sentence(string text, string flaw) => $"“{SpooledFile.Shown(text)}” {flaw} and was left out; the rest was imported.";

    static string? Problem(StatedEdge edge) =>
        End("The asset it comes from", edge.From) ?? End("The asset it goes to", edge.To)
        ?? (edge.From == edge.To ? "The asset would be its own upstream." : null);

    static string? End(string which, string key) =>
        AssetKey.Problem(key) is { } problem ? $"{which}, “{SpooledFile.Shown(key)}”: {problem}" : null;
}
