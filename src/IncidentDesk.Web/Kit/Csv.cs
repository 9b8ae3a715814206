using CsvHelper;

namespace IncidentDesk.Web.Kit;

/// <summary>
/// A table as CSV (RFC 4180, UTF-8), streamed row by row. A cell that a spreadsheet would run as a formula (=, +, -, @, tab or
/// return in front) gets an apostrophe before it, as OWASP advises against CSV injection.
/// </summary>
internal sealed class Csv(string name, string[] header, IAsyncEnumerable<string?[]> rows) : IResult
{
    static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (answer, ct) = (httpContext.Response, httpContext.RequestAborted);
        answer.ContentType = "text/csv; charset=utf-8";
        answer.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var csv = CsvWriter.Create(answer.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync(header, ct);
        await foreach (var row in rows.WithCancellation(ct)) await csv.WriteRecordAsync(row, ct);
        await csv.FlushAsync(ct);
    }

    /// <summary>Every row of a list that is read page by page.</summary>
    public static async IAsyncEnumerable<T> All<T>(Func<string?, Task<Page<T>>> page)
    {
        for (string? after = null; ; )
        {
            var next = await page(after);
            foreach (var item in next.Items) yield return item;
            if ((after = next.Next) is null) yield break;
        }
    }
}
