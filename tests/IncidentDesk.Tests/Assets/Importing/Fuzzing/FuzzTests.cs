using System.Globalization;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Tests.Assets.Importing.Fuzzing;

/// <summary>
/// Damaged files of every format: refused or taken in part, never an exception, never without bound. 2,000 of them here, always the
/// same; INCIDENTDESK_FUZZ says how many more are wanted, INCIDENTDESK_FUZZ_SEED from which seed on.
/// </summary>
public sealed class FuzzTests
{
    static readonly int Inputs = Number("INCIDENTDESK_FUZZ") ?? 2_000, First = Number("INCIDENTDESK_FUZZ_SEED") ?? 1;

    [Fact]
    public async Task No_damaged_file_breaks_a_reader()
    {
        var (read, formats) = (0, new HashSet<string>());
        for (var seed = First; seed < First + Inputs; seed++)
        {
            var input = new FuzzedInput(seed);
            if (await input.Problem() is { } problem) Assert.Fail($"{input.Story}\n{problem}\nSmallest input:\n{await input.Smallest()}");
            if (input.Told == 0) continue;
            read++;
            formats.Add(input.Format.Code);
        }
        // Files that are all turned away at the door would prove nothing about what is behind it.
        Assert.InRange(read, Inputs / 3, Inputs);
        Assert.Equal(Fixtures.Formats.Count, formats.Count);
    }

    [Fact]
    public void Every_format_has_files_to_damage_that_it_reads_before_they_are()
    {
        Assert.True(Fixtures.Formats.Count >= 8, $"Only {Fixtures.Formats.Count} formats were found.");
        Assert.All(Fixtures.Formats, format =>
        {
            var fixtures = Fixtures.Of(format.Code);
            Assert.True(fixtures.Count > 0, $"Put a small file of {format.Code} into {Fixtures.Folder}/{format.Code}.");
            var told = format.Read(new Sent([.. fixtures.Select(f => Sent.Part(f.Bytes, f.Name))])).ToList();
            Assert.NotEmpty(told.OfType<StatedAsset>());
        });
    }

    [Fact]
    public void A_seed_makes_the_same_input_again() =>
        Assert.All(Enumerable.Range(1, 50), seed => Assert.Equal(new FuzzedInput(seed).Files, new FuzzedInput(seed).Files));

    static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name),
        NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
