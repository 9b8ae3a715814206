namespace IncidentDesk.Assets.Evidence;

/// <summary>What a piece of evidence says of one asset.</summary>
/// <param name="From">UTC; null where the start is not known.</param>
/// <param name="To">UTC; null where it went on when this was recorded.</param>
/// <param name="Figure">How many people or accesses; without meaning for logs and containment.</param>
public readonly record struct EvidenceLine(int AssetId, DateTimeOffset? From, DateTimeOffset? To, Figure Figure)
{
    /// <summary>
    /// In the order of assets, each value as its difference from the line before: where 45,000 lines say the same, a line takes
    /// five bytes.
    /// </summary>
    public static byte[] Pack(IEnumerable<EvidenceLine> lines)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        EvidenceLine was = default;
        foreach (var line in lines.OrderBy(l => l.AssetId))
        {
            writer.Write7BitEncodedInt(line.AssetId - was.AssetId);
            writer.Write7BitEncodedInt64(Ticks(line.From) - Ticks(was.From));
            writer.Write7BitEncodedInt64(Ticks(line.To) - Ticks(was.To));
            writer.Write7BitEncodedInt((int)line.Figure.Is);
            writer.Write7BitEncodedInt((line.Figure.Count ?? 0) - (was.Figure.Count ?? 0));
            was = line;
        }
        writer.Flush();
        return bytes.ToArray();
    }

    public static IEnumerable<EvidenceLine> Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed));
        var (asset, from, to, count) = (0, 0L, 0L, 0);
        while (reader.BaseStream.Position < packed.Length)
        {
            asset += reader.Read7BitEncodedInt();
            from += reader.Read7BitEncodedInt64();
            to += reader.Read7BitEncodedInt64();
            var certainty = (Certainty)reader.Read7BitEncodedInt();
            count += reader.Read7BitEncodedInt();
            yield return new(asset, Instant(from), Instant(to), new(certainty, certainty is Certainty.Unknown ? null : count));
        }
    }

    // No instant that somebody may write has 0 ticks: the first year begins there.
    static long Ticks(DateTimeOffset? instant) => instant?.UtcTicks ?? 0;

    static DateTimeOffset? Instant(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
