namespace IncidentDesk.Documents.Markdown;

/// <summary>
/// What was made of a text, kept for as long as it is looked at: two generations, of which the older goes when the younger is full. The
/// key is the text itself, so what is found was made of exactly that.
/// </summary>
/// <param name="most">Characters of source in one generation.</param>
internal sealed class Kept<T>(int most)
{
    readonly Lock _lock = new();
    Dictionary<(string Source, int Variant), T> _young = [], _old = [];
    int _characters;

    /// <summary>Made outside the lock: two who come at once may both make it, and neither waits for the other.</summary>
    public T Of(string source, int variant, Func<string, T> make)
    {
        var key = (source, variant);
        lock (_lock)
            if (_young.TryGetValue(key, out var found) || Reached(key, out found)) return found!;
        var made = make(source);
        lock (_lock) Keep(key, made);
        return made;
    }

    bool Reached((string, int) key, out T? found)
    {
        if (!_old.Remove(key, out found)) return false;
        Keep(key, found);
        return true;
    }

    void Keep((string Source, int) key, T made)
    {
        if (!_young.TryAdd(key, made) || (_characters += key.Source.Length) <= most) return;
        (_old, _young, _characters) = (_young, [], 0);
    }
}
