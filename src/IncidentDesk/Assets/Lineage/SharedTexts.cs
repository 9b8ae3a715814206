using System.Text;

namespace IncidentDesk.Assets.Lineage;

/// <summary>
/// Texts that many assets share, each kept once and known by its number from 1; 0 is none. Numbers never change, so that snapshots
/// of different age can share one. Whoever adds holds the turn; whoever reads needs none.
/// </summary>
internal sealed class SharedTexts
{
    readonly Dictionary<string, int> _numbers = [];
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spelled;
    volatile string[] _texts = new string[256];
    char[] _letters = new char[256];

    public SharedTexts() => _spelled = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _numbers.Count;

    public string? this[int number] => number == 0 ? null : _texts[number];

    /// <summary>The number of a text in UTF-8; 0 for an empty one.</summary>
    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        if (_letters.Length < text.Length) _letters = new char[text.Length];
        var letters = _letters.AsSpan(0, Encoding.UTF8.GetChars(text, _letters));
        if (_spelled.TryGetValue(letters, out var number)) return number;
        number = _numbers.Count + 1;
        if (number == _texts.Length)
        {
            var more = new string[number * 2];
            _texts.CopyTo(more, 0);
            _texts = more;
        }
        _texts[number] = letters.ToString();
        _numbers.Add(_texts[number], number);
        return number;
    }
}
