namespace IncidentDesk.Cli.Tests.Reports;

public sealed class ReportVerbTests : CliTest
{
    [Fact]
    public async Task A_report_is_fetched_as_text_or_into_a_file()
    {
        await Done("declare", "Tables open");
        var file = Path.GetTempFileName();

        Assert.Contains("Tables open", await Done("report", "1", "--kind", "timeline", "--format", "md"), StringComparison.Ordinal);
        Assert.StartsWith($"Written to {file}, ", await Done("report", "INC-1", "--out", file), StringComparison.Ordinal);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..4]);
        File.Delete(file);

        var said = await Run("report", "1", "--kind", "novel", "--out", file);
        Assert.Equal(Exit.Invalid, said.Code);
        Assert.Contains("  --kind: ", said.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }
}
