using System.Security.Cryptography;
using System.Text;
using IncidentDesk.Documents.Html;
using IncidentDesk.Reports;
using static IncidentDesk.Documents.Html.Markup;

namespace IncidentDesk.Documents;

/// <summary>Writes a report as HTML: one self-contained file without script, or an article for a page of ours.</summary>
public static class HtmlDocument
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>The stylesheet of <see cref="WriteFragment"/>; every rule is confined to <c>.report</c>, save <c>@page</c>.</summary>
    public static string Stylesheet { get; } = Resources.Text("report.css");

    /// <summary>
    /// The content security policy of <see cref="Write"/>, which lets nothing in but its own style. The file carries it, because it
    /// may be opened from a disk or a mail; a server sends it as a header, too.
    /// </summary>
    public static string Policy { get; } = "default-src 'none'; base-uri 'none'; form-action 'none'; "
        + $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Stylesheet)))}'";

    /// <summary>A complete document in UTF-8; <paramref name="destination"/> stays open.</summary>
    public static void Write(Report report, Stream destination)
    {
        using var html = new StreamWriter(destination, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        html.WriteLine("<!doctype html>");
        html.WriteLine("<html lang=\"en\"><head><meta charset=\"utf-8\">");
        html.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
        html.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta "
            + "name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">");
        html.WriteLine($"<title>{Text(report.Marks.Subject)}: {Text(report.Title)}</title>");
        html.Write("<style>");
        html.Write(Stylesheet);
        html.WriteLine("</style></head><body>");
        html.WriteLine("<main>");
        WriteFragment(report, html);
        html.WriteLine("</main></body></html>");
    }

    /// <summary>
    /// The report as one <c>article class="report"</c>, fit for a policy that forbids inline style and script. Its title is the
    /// page's h1; on a page that has one, <paramref name="below"/> moves all headings down by so many levels.
    /// </summary>
    public static void WriteFragment(Report report, TextWriter html, int below = 0)
    {
        var (marks, provenance) = (report.Marks, new Provenance(report.Marks));
        var blocks = new HtmlBlocks(html, marks, below);
        html.WriteLine("<article class=\"report\">");
        html.WriteLine($"<p class=\"mark\">{Text(marks.Classification)}</p>");
        html.WriteLine($"<p class=\"subject\">{Text(marks.Subject)} · {Text(marks.Kind)}</p>");
        blocks.Title(report.Title);
        blocks.KeyValues(provenance.TitleRows);
        foreach (var block in report.Blocks) blocks.Write(block);
        html.WriteLine($"<footer><p>{Text(marks.Subject)} · {Text(provenance.AsKnownAt)}</p><p "
            + $"class=\"mono\">{Text(provenance.Position)} · {Text(provenance.HeadHash)}</p>");
        html.WriteLine($"<p class=\"mark\">{Text(marks.Classification)}</p></footer></article>");
    }
}
