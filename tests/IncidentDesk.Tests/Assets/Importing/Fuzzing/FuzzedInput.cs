using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using IncidentDesk.Assets;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Checking;
using IncidentDesk.Assets.Importing.Files;

namespace IncidentDesk.Tests.Assets.Importing.Fuzzing;

/// <summary>One damaged file, made from its seed alone: which format, which fixtures, which mutations, sent how.</summary>
internal sealed class FuzzedInput
{
    enum Way { Alone, Parts, Zip, Gzip }

    /// <summary>Generous for a shared machine; what hangs takes minutes.</summary>
    static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    const long MostMemory = 400 << 20;

    readonly Way _way;
    readonly string[] _names;

    public FuzzedInput(int seed)
    {
        var random = new Random(seed);
        Format = Fixtures.Formats[random.Next(Fixtures.Formats.Count)];
        var own = Fixtures.Of(Format.Code);
        _way = random.Next(8) switch { < 4 => Way.Alone, < 6 => Way.Parts, 6 => Way.Zip, _ => Way.Gzip };
        var fixtures = _way is Way.Alone or Way.Gzip ? [own[random.Next(own.Count)]] : own;
        _names = [.. fixtures.Select(f => f.Name)];
        Files = [.. fixtures.Select(f => f.Bytes)];
        var steps = new List<string>();
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var (name, of) = Mutation.All[random.Next(Mutation.All.Count)];
            var file = random.Next(Files.Length);
            Files[file] = of(Files[file], random);
            steps.Add(name);
        }
        // A container of its own is damaged too, half of the time.
        if (_way is Way.Zip or Way.Gzip && random.Next(2) == 0)
            Container = Mutation.All[random.Next(Mutation.All.Count)].Of(Packed(), random);
        Story = $"seed {seed}: {Format.Code}, {_way}, {string.Join(", ", steps)}{(Container is null ? "" : ", container damaged")}";
    }

    public ICatalogueFormat Format { get; }
    public string Story { get; }
    public byte[][] Files { get; private init; }
    byte[]? Container { get; }

    /// <summary>What is wrong with how the reader takes it; null when it is refused or taken as it should be.</summary>
    public async Task<string?> Problem()
    {
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            if (_way is Way.Alone or Way.Parts) Read(new Sent([.. _names.Zip(Files, (n, f) => Sent.Part(f, n))]));
            else if (await SpooledFile.Take(new MemoryStream(Container ?? Packed()), "sent.zip") is { Done: true } taken)
                using (taken.Value) Check(taken.Value);
        }
        catch (UnreadableException unreadable)
        {
            if (string.IsNullOrWhiteSpace(unreadable.Why.Why)) return "refused without a reason";
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}";
        }
        var (took, cost) = (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - before);
        return took > MostTime ? $"took {took}" : cost > MostMemory ? $"allocated {cost:N0} bytes" : null;
    }

    /// <summary>How many statements were read of it, before it was refused if it was.</summary>
    public int Told { get; private set; }

    /// <summary>As an import reads it: once to see that it is sound, then again to take it, which has to come to the same.</summary>
    void Check(SpooledFile file)
    {
        Read(file);
        var sound = CheckedFile.Read(Format, file, file.Length, CancellationToken.None);
        if (sound.From(0).Count() is var taken && taken != sound.Total)
            throw new InvalidOperationException($"It comes to {sound.Total} statements and then to {taken}.");
    }

    void Read(CatalogueFile file)
    {
        foreach (var statement in StatementRules.Of(Format.Read(file)))
        {
            Told++;
            if (string.IsNullOrEmpty(statement.Place)) throw new InvalidOperationException($"{statement} says no place.");
            if (statement is StatedAsset asset && AssetKey.Problem(asset.Key) is { } wrong)
                throw new InvalidOperationException($"{asset.Key}: {wrong}");
            if (statement is StatedEdge edge && (AssetKey.Problem(edge.From) ?? AssetKey.Problem(edge.To)) is { } end)
                throw new InvalidOperationException($"{edge.From} > {edge.To}: {end}");
        }
    }

    byte[] Packed()
    {
        using var packed = new MemoryStream();
        if (_way is Way.Gzip)
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Files[0]);
        else
            using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var (name, bytes) in _names.Zip(Files))
                    using (var entry = zip.CreateEntry(name).Open()) entry.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>The smallest that is wrong in the same way, as text to paste into a test.</summary>
    public async Task<string> Smallest()
    {
        if (Container is not null) return $"container, base64: {Convert.ToBase64String(Container)}";
        for (var file = 0; file < Files.Length; file++)
            for (var size = Files[file].Length / 2; size > 0; size /= 2)
                for (var at = 0; at + size <= Files[file].Length;)
                {
                    var whole = Files[file];
                    Files[file] = [.. whole[..at], .. whole[(at + size)..]];
                    if (await Problem() is not null) continue;
                    Files[file] = whole;
                    at += size;
                }
        return string.Join("\n", _names.Zip(Files, (n, f) => $"{n}: {Encoding.Latin1.GetString(f[..Math.Min(f.Length, 2_000)])}"));
    }
}
