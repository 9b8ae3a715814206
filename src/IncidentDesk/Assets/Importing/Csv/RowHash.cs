using IncidentDesk.Assets.Importing.JsonStreams;

namespace IncidentDesk.Assets.Importing.Csv;

/// <summary>Stands for a row where two of a million are compared; 64 bits.</summary>
internal static class RowHash
{
    public static ulong Of(string text) => JsonPath.Hash(text);

    /// <summary>Everything that is told of an asset, but where.</summary>
    public static ulong Of(IReadOnlyList<Told> told)
    {
        var hash = 17UL;
        foreach (var one in told)
            if (one is ToldEdge edge) hash = Of(hash, edge.From, edge.To);
            else if (one is ToldAsset a)
            {
                hash = Of(hash, a.Key, a.Kind?.ToString(), a.Environment, a.Container, a.PeopleData?.ToString(), a.LastAccess?.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
                hash = Of(hash, $"{a.Rows} {a.Bytes}", a.Owners is [var owner] ? owner.Name : null);
                foreach (var label in a.Labels ?? []) hash = Of(hash, label.Value);
                foreach (var name in a.Names) hash = Of(hash, name.Scheme == Naming.NameScheme.Key ? null : name.Value);
            }
        return hash;
    }

    static ulong Of(ulong hash, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts) hash = (hash ^ (text is null ? 3 : Of(text))) * 1099511628211UL;
        return hash;
    }
}
