using IncidentDesk.Reports;

namespace IncidentDesk.Documents.Tests;

/// <summary>Text in every script, on a machine that may have no typeface for it.</summary>
public sealed class ScriptTests
{
    [Theory]
    [InlineData("Проверка доступа")]
    [InlineData("Έλεγχος πρόσβασης")]
    [InlineData("identified, official, affluent")]
    [InlineData("Zoë Šćepanović, Nguyễn, Łódź")]
    public void Letters_of_the_embedded_faces_come_out_as_they_went_in(string text) =>
        Assert.Contains(text, Rendered.AllText(FoundingCase.With(new Block.Paragraph(text))), StringComparison.Ordinal);

    [Theory]
    [InlineData("😀")]
    [InlineData("中")]
    [InlineData("א")]
    [InlineData("ع")]
    [InlineData("\U000F0000")]
    public void A_letter_without_a_typeface_is_a_box_with_its_code_and_one_with_a_typeface_is_drawn(string letter)
    {
        var text = Rendered.AllText(FoundingCase.With(new Block.Paragraph($"before {letter} after")));
        Assert.Contains("before", text, StringComparison.Ordinal);
        Assert.Contains("after", text, StringComparison.Ordinal);
        var code = $"U+{char.ConvertToUtf32(letter, 0):X4}";
        Assert.True(text.Contains(code, StringComparison.Ordinal)
            || text.Normalize(System.Text.NormalizationForm.FormKC).Contains(letter, StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("سجل الوصول לא נבדק mixed 123 with latin")]
    [InlineData("👩‍💻👨‍👩‍👧‍👦 🇩🇪 ❤️ e\u0301\u0327 ไทย हिन्दी")]
    [InlineData("數據庫表的訪問日誌尚未檢查數據庫表的訪問日誌尚未檢查數據庫表的訪問日誌尚未檢查數據庫表的訪問日誌尚未檢查數據庫表的訪問日誌")]
    [InlineData("\u202Egnp.exe\u202C \u0000\u0007\u001B[31m \uD800 lone")]
    [InlineData("\n\n\n\t \u200B\u00AD\u00A0\u2028x")]
    public void No_text_stops_the_document(string text)
    {
        var report = FoundingCase.With(new Block.Paragraph(text), new Block.Markdown(text),
            new Block.Heading(1, text), new Block.Callout(Tone.Good, text, text),
            new Block.Table(text, [new(text), new(text, Mono: true)], [[text, text]]), new Block.KeyValues([new(text, text)]),
            new Block.BarChart(text, text, [new(text, double.NaN)])) with { Title = text };
        Assert.Contains("page 1 of", Rendered.AllText(report), StringComparison.Ordinal);
        Assert.NotEmpty(Rendered.Html(report));
        Assert.NotEmpty(Rendered.Markdown(report));
    }

    [Fact]
    public void Figures_are_equally_wide()
    {
        using var pdf = Rendered.PdfDocumentOf(FoundingCase.With(new Block.Paragraph("0123456789")));
        var widths = pdf.GetPage(1).Letters.Where(letter => char.IsAsciiDigit(letter.Value[0])
            && letter.FontName!.EndsWith("IBMPlexSans", StringComparison.Ordinal) && letter.PointSize > 9)
            .Select(letter => Math.Round(letter.Width, 3)).ToList();
        Assert.Equal(10, widths.Count);
        Assert.Single(widths.Distinct());
    }
}
