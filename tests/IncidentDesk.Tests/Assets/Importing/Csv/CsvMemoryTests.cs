using System.Text;
using IncidentDesk.Assets.Importing;
using IncidentDesk.Assets.Importing.Csv;

namespace IncidentDesk.Tests.Assets.Importing.Csv;

/// <summary>What an import holds in memory is measured for the whole process, so nothing else may run beside it.</summary>
[Collection(Alone)]
public sealed class CsvMemoryTests
{
    internal const string Alone = "measures the memory of the process";

    [Fact]
    public void Many_rows_cost_a_few_bytes_each_and_not_their_text()
    {
        const int Rows = 400_000;
        using var file = new Woven("key,owner\n"u8.ToArray(), i => i < 400 ? Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(i * 1_000, 1_000).Select(n => $"hive://w/{new string('x', 60)}.t{n:0000000},team\n"))) : []);
        var (format, count, peak, before) = (new CsvFormat(), 0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        var opened = 0;

        foreach (var statement in format.Read(
            new Sent(new CataloguePart("m.csv", () => opened++ == 0 ? new MemoryStream("key,owner\n"u8.ToArray()) : file))))
            if (statement is StatedAsset && ++count % 100_000 == 0)
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);

        Assert.Equal(Rows, count);
        Assert.True(peak < 40_000_000, $"{peak:N0} bytes were held.");
    }
}

[CollectionDefinition(CsvMemoryTests.Alone, DisableParallelization = true)]
public sealed class MeasuresMemory;
