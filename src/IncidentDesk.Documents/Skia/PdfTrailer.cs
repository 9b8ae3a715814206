using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentDesk.Documents.Skia;

/// <summary>What the end of a PDF with a classic cross-reference table says about the rest of it.</summary>
internal sealed partial record PdfTrailer(int Size, int Root, string Info, int CrossReferences, string Catalog)
{
    const int EntryLength = 20;

    public static PdfTrailer Read(ReadOnlySpan<byte> file)
    {
        var tail = Encoding.Latin1.GetString(file[Math.Max(0, file.Length - 1024)..]);
        var end = End().Match(tail);
        if (!end.Success) throw new InvalidDataException("The PDF does not end in a trailer and a cross-reference table.");
        var (size, root, table) = (Number(end, "size"), Number(end, "root"), Number(end, "table"));
        return new PdfTrailer(size, root, InfoEntry().Match(end.Value).Value, table, CatalogAt(file, Offset(file, table, root), root));
    }

    /// <summary>The catalogue's dictionary with more entries at its end.</summary>
    public string CatalogWith(string entries) => $"{Catalog[..Catalog.LastIndexOf(">>", StringComparison.Ordinal)]}\n{entries}>>";

    static int Offset(ReadOnlySpan<byte> file, int table, int number)
    {
        var entries = table + file[table..].IndexOf("0000000000"u8);
        return int.Parse(file.Slice(entries + (number * EntryLength), 10), CultureInfo.InvariantCulture);
    }

    static string CatalogAt(ReadOnlySpan<byte> file, int offset, int number)
    {
        var length = file[offset..].IndexOf("endobj"u8);
        var text = Encoding.Latin1.GetString(file.Slice(offset, length));
        var head = $"{number} 0 obj";
        return text.StartsWith(head, StringComparison.Ordinal) && text.Contains("/Catalog", StringComparison.Ordinal)
            ? text[head.Length..].Trim()
            : throw new InvalidDataException("The PDF's catalogue is not where its cross-reference table says.");
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\s*<<.*?/Size (?<size>\d+).*?/Root (?<root>\d+) 0 R.*?startxref\s+(?<table>\d+)\s+%%EOF\s*$",
        RegexOptions.Singleline)]
    private static partial Regex End();

    [GeneratedRegex(@"/Info \d+ 0 R\s?")]
    private static partial Regex InfoEntry();
}
