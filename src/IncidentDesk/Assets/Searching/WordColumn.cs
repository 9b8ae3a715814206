using System.Runtime.InteropServices;
using System.Text;

namespace IncidentDesk.Assets.Searching;

/// <summary>
/// What a row says in words, such as its owners or its labels. Rows that say the same share one number; a million rows rarely
/// say more than a few thousand different things.
/// </summary>
internal sealed class WordColumn(int[] said, int[][] sets, string[] words, Dictionary<string, int> numbers)
{
    public long Bytes => 4L * said.Length + sets.Sum(s => 32L + 4 * s.Length) + words.Sum(w => 70L + 2 * w.Length);

    public int Sets => sets.Length;

    public int Said(int row) => said[row];

    /// <summary>Words of a set, by its number.</summary>
    public IEnumerable<string> Of(int set) => sets[set].Select(w => words[w]);

    /// <summary>By what was said, whether the word is in it; null when nobody says it at all.</summary>
    public bool[]? With(string word)
    {
        if (!numbers.TryGetValue(word, out var number)) return null;
        return Array.ConvertAll(sets, set => set.Contains(number));
    }

    /// <summary>Adds up how often each word was said, from how often each set of words was.</summary>
    public void Count(int[] times, Dictionary<string, int> into)
    {
        var counts = new int[words.Length];
        for (var set = 0; set < sets.Length; set++)
            if (times[set] > 0)
                foreach (var word in sets[set]) counts[word] += times[set];
        for (var word = 0; word < words.Length; word++)
            if (counts[word] > 0) CollectionsMarshal.GetValueRefOrAddDefault(into, words[word], out _) += counts[word];
    }
}

/// <summary>Gathers what rows say.</summary>
internal sealed class WordColumnBuilder(int rows)
{
    readonly List<int> _said = new(rows);
    readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 }, _numbers = new(StringComparer.Ordinal);
    readonly List<int[]> _sets = [[]];
    readonly List<string> _words = [];
    char[] _letters = new char[256];

    /// <summary>What the database holds, and how to take it apart if it is new; nothing is an empty text.</summary>
    public void Add(ReadOnlySpan<byte> utf8, Func<string, IEnumerable<string>> words)
    {
        if (_letters.Length < utf8.Length) _letters = new char[utf8.Length];
        var raw = _letters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _letters));
        if (!_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var set))
        {
            var text = raw.ToString();
            _known[text] = set = _sets.Count;
            _sets.Add([.. words(text).Distinct(StringComparer.Ordinal).Select(Number)]);
        }
        _said.Add(set);
    }

    /// <summary>For copying what rows of another column say; each of its sets is looked at once.</summary>
    public Action<int> From(WordColumn other)
    {
        var here = Enumerable.Range(0, other.Sets).Select(set => Set(other.Of(set))).ToArray();
        return row => _said.Add(here[other.Said(row)]);
    }

    int Set(IEnumerable<string> words)
    {
        var list = words.ToList();
        // No control characters in words, so this cannot be what a database holds, nor two sets be one.
        var raw = list.Count == 0 ? "" : '\0' + string.Join('\0', list);
        if (!_known.TryGetValue(raw, out var set))
        {
            _known[raw] = set = _sets.Count;
            _sets.Add([.. list.Select(Number)]);
        }
        return set;
    }

    int Number(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            _numbers[word] = number = _words.Count;
            _words.Add(word);
        }
        return number;
    }

    public WordColumn Build() => new([.. _said], [.. _sets], [.. _words], _numbers);
}
