using System.Text;

namespace IncidentDesk.Documents.Skia;

/// <summary>
/// Adds the panel of contents to a finished PDF. The drawing library has no call for it, so the catalogue is written once more
/// with an outline, as an incremental update (ISO 32000-1, 7.5.6); its items lead to the named places set while drawing.
/// </summary>
internal static class PdfOutline
{
    public static void Append(MemoryStream file, IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0) return;
        var trailer = PdfTrailer.Read(file.GetBuffer().AsSpan(0, (int)file.Length));
        var update = new Update(file, trailer);
        var nodes = Nodes(bookmarks, firstNumber: trailer.Size + 1);
        var roots = nodes.Where(node => node.Parent is null).ToList();

        update.Add(trailer.Root, trailer.CatalogWith($"/Outlines {trailer.Size} 0 R\n/PageMode /UseOutlines\n/Lang (en)"));
        update.Add(trailer.Size, $"<</Type /Outlines /First {roots[0].Number} 0 R /Last {roots[^1].Number} 0 R /Count {nodes.Count}>>");
        foreach (var node in nodes) update.Add(node.Number, Dictionary(node, node.Parent?.Children ?? roots, trailer.Size));
        update.Close();
    }

    static List<Node> Nodes(IReadOnlyList<Bookmark> bookmarks, int firstNumber)
    {
        List<Node> nodes = [];
        Node? section = null;
        var roots = 0;
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var parent = bookmarks[i].Level == 1 ? null : section;
            var node = new Node(firstNumber + i, bookmarks[i].Title, DrawnPages.Destination(i), parent, parent?.Children.Count ?? roots++);
            parent?.Children.Add(node);
            if (bookmarks[i].Level == 1) section = node;
            nodes.Add(node);
        }
        return nodes;
    }

    static string Dictionary(Node node, List<Node> siblings, int outline)
    {
        var at = node.Place;
        List<string> entries =
            [$"<</Title {Hex(node.Title)}", $"/Parent {node.Parent?.Number ?? outline} 0 R", $"/Dest /{node.Destination}"];
        if (at > 0) entries.Add($"/Prev {siblings[at - 1].Number} 0 R");
        if (at < siblings.Count - 1) entries.Add($"/Next {siblings[at + 1].Number} 0 R");
        if (node.Children is [var first, ..])
            entries.Add($"/First {first.Number} 0 R /Last {node.Children[^1].Number} 0 R /Count {node.Children.Count}");
        return string.Join(' ', entries) + ">>";
    }

    // Text strings outside ASCII are UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
    static string Hex(string title) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Legible.Text(title).ReplaceLineEndings(" ")))}>";

    sealed record Node(int Number, string Title, string Destination, Node? Parent, int Place)
    {
        public List<Node> Children { get; } = [];
    }

    /// <summary>Objects written behind the end of the file, with their own cross-reference section.</summary>
    sealed class Update
    {
        readonly SortedDictionary<int, long> _offsets = [];
        readonly MemoryStream _file;
        readonly PdfTrailer _before;

        public Update(MemoryStream file, PdfTrailer before)
        {
            (_file, _before) = (file, before);
            _file.Position = _file.Length;
            Write("\n");
        }

        public void Add(int number, string body)
        {
            _offsets[number] = _file.Position;
            Write($"{number} 0 obj\n{body}\nendobj\n");
        }

        public void Close()
        {
            var start = _file.Position;
            Write("xref\n");
            foreach (var (number, offset) in _offsets) Write($"{number} 1\n{offset:0000000000} 00000 n \n");
            Write($"trailer\n<</Size {_offsets.Keys.Last() + 1}\n/Root {_before.Root} 0 "
                + $"R\n{_before.Info}/Prev {_before.CrossReferences}>>\nstartxref\n{start}\n%%EOF\n");
        }

        void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
    }
}
