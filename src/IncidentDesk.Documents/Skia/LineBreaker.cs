namespace IncidentDesk.Documents.Skia;

/// <summary>Breaks spans into lines no wider than a measure, in points.</summary>
internal sealed class LineBreaker(Shaper shaper)
{
    public IReadOnlyList<Line> Break(string text, TextStyle style, float measure) => Break([new Span(text, style)], measure);

    public IReadOnlyList<Line> Break(IReadOnlyList<Span> spans, float measure)
    {
        var setting = new Setting(shaper, measure, spans.Count > 0 ? spans[0].Style : TextStyle.Body);
        List<Span> word = [];
        foreach (var span in spans)
            foreach (var piece in LineBreaks.Of(Legible.Text(span.Text)))
            {
                var breaks = piece[0] == '\n' || LineBreaks.IsBlank(piece[0]);
                // A word may change its style inside, as in "**not**," and is then still one word.
                if (breaks || EndsAnywhere(piece)) setting.Place(word);
                if (piece[0] == '\n') setting.EndLine();
                else if (breaks)
                    setting.Space(span with { Text = piece.Replace('\t', ' ').Replace("\u200B", "", StringComparison.Ordinal) });
                else word.Add(span with { Text = piece });
            }
        setting.Place(word);
        setting.EndLine();
        return setting.Lines;
    }

    static bool EndsAnywhere(string piece) =>
        System.Text.Rune.DecodeFromUtf16(piece, out var rune, out _) == System.Buffers.OperationStatus.Done && Script.BreaksAnywhere(rune);

    /// <summary>The lines being filled.</summary>
    sealed class Setting(Shaper shaper, float measure, TextStyle first)
    {
        readonly List<Span> _line = [];
        Span? _space;
        float _x;

        public List<Line> Lines { get; } = [];

        public void Space(Span blanks) => _space = blanks;

        public void Place(List<Span> word)
        {
            if (word.Count == 0) return;
            var width = word.Sum(Width);
            if (width <= measure) PlaceWhole(word, width);
            else foreach (var span in word) PlaceBroken(span);
            word.Clear();
        }

        public void EndLine()
        {
            Lines.Add(LineSetter.Set(_line, shaper, first));
            _line.Clear();
            (_space, _x) = (null, 0);
        }

        void PlaceWhole(List<Span> word, float width)
        {
            if (_x + (_space is null ? 0 : Width(_space)) + width > measure && _line.Count > 0) EndLine();
            // Blanks at the start of a line are kept only where somebody typed them there.
            if (_space is not null) Put(_space);
            foreach (var span in word) Put(span);
            _space = null;
        }

        void PlaceBroken(Span span)
        {
            foreach (var part in LineBreaks.Parts(span.Text).Select(text => span with { Text = text }))
            {
                if (Width(part) is var width && width <= measure) PlaceWhole([part], width);
                else
                    foreach (var letter in LineBreaks.Letters(part.Text).Select(text => span with { Text = text }))
                        PlaceWhole([letter], Width(letter));
            }
        }

        void Put(Span span)
        {
            _line.Add(span);
            _x += Width(span);
        }

        float Width(Span span) => shaper.Measure(span.Text, span.Style);
    }
}
