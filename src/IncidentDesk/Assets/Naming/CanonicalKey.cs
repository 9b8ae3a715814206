namespace IncidentDesk.Assets.Naming;

/// <summary>What a canonical key is made of.</summary>
/// <param name="Instance">Host, account, cluster or bucket; empty when the source does not say which one.</param>
/// <param name="Environment">Null for production.</param>
public readonly record struct KeyParts(string Platform, string Instance, string Name, string? Environment);

/// <summary>
/// The desk's own names, <c>platform://instance/qualified.name</c>, or <c>platform://qualified.name</c> when no
/// instance is known. Made so that whoever names the same thing by the same rules comes to the same key: platform and
/// instance in lower case, the name as its platform folds it.
/// </summary>
public static class CanonicalKey
{
    /// <summary>Environments that are left out of the key, because they are what is meant when nobody says one.</summary>
    static readonly HashSet<string> Production = new(StringComparer.OrdinalIgnoreCase) { "prod", "production", "prd" };

    /// <param name="name">As written: parts in quotes keep their upper and lower case.</param>
    public static string Of(string platform, string? instance, string name, string? environment = null)
    {
        var word = Platform.Word(platform);
        var host = Instance(word, instance);
        if (host.Length == 0 && Platform.HasBuckets(word) && Bucket(name) is var (bucket, path))
            (host, name) = (Instance(word, bucket), path);
        return Printed(new(word, host, Folded(word, name), Word(environment)));
    }

    /// <summary>Of a key as a person or a file gives it. What is no key stays as it is.</summary>
    public static string Folded(string key) =>
        IsFolded(key) ? key : Parse(key) is { } parts ? Of(parts.Platform, parts.Instance, parts.Name, parts.Environment) : key.Trim();

    /// <summary>Most keys of a large file are; then there is nothing to take apart. What is in doubt is none of them.</summary>
    static bool IsFolded(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 1 || key.Length > AssetKey.MostCharacters || key.AsSpan().ContainsAnyExcept(Plainest)) return false;
        var rest = key.AsSpan(scheme + 3);
        return rest.Length > 0 && rest[0] != '/' && rest[^1] != '/'
            && !rest.Contains("//", StringComparison.Ordinal) && Platform.KeepsLowerCase(key[..scheme]);
    }

    static readonly System.Buffers.SearchValues<char> Plainest =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-.:/");

    /// <summary>Null for what is no key.</summary>
    public static KeyParts? Parse(string key)
    {
        key = key.Trim();
        if (AssetKey.Problem(key) is not null) return null;
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var (rest, environment) = WithoutEnvironment(key[(scheme + 3)..]);
        // A slash inside quotes belongs to the name.
        var (slash, quote) = (rest.IndexOf('/'), rest.IndexOf('"'));
        var split = slash >= 0 && (quote < 0 || slash < quote);
        return new(key[..scheme], split ? rest[..slash].Trim() : "", Plain(split ? rest[(slash + 1)..] : rest).Trim(), Word(environment));
    }

    public static string Printed(KeyParts parts)
    {
        var name = parts.Name.Replace("#", "%23", StringComparison.Ordinal);
        var (slash, quote) = (name.IndexOf('/'), name.IndexOf('"'));
        var between = parts.Instance.Length > 0 || (slash >= 0 && (quote < 0 || slash < quote)) ? "/" : "";
        return $"{parts.Platform}://{parts.Instance}{between}{name}"
            + $"{(name.Length > 0 || parts.Instance.Length > 0 ? Suffix(parts.Environment) : "")}";
    }

    /// <summary>The one place that says how an environment other than production is spelled in a key.</summary>
    static string Suffix(string? environment) => Word(environment) is { } word ? $"#{word}" : "";

    static (string Text, string? Environment) WithoutEnvironment(string rest)
    {
        var hash = rest.LastIndexOf('#');
        return hash > 0 && hash < rest.Length - 1 && rest.AsSpan(hash + 1).IndexOfAnyExcept(EnvironmentWord) < 0
            ? (rest[..hash], rest[(hash + 1)..])
            : (rest, null);
    }

    static readonly System.Buffers.SearchValues<char> EnvironmentWord =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    static string? Word(string? environment)
    {
        var word = environment.OrNull() is { } said
            ? new string([.. said.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')])
            : null;
        return word is null || Production.Contains(word) ? null : word;
    }

    static string Plain(string name) => name.Replace("%23", "#", StringComparison.Ordinal);

    /// <summary>
    /// Hosts do not tell upper from lower case; the namespaces that people make up do. Slashes would end
    /// it, so they are written otherwise.
    /// </summary>
    static string Instance(string word, string? instance)
    {
        var text = Trimmed(instance ?? "").Replace("/", "%2F", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal).Replace("\"", "%22", StringComparison.Ordinal);
        return word is OpenLineageNames.Jobs or OpenLineageNames.Others ? text : text.ToLowerInvariant();
    }

    static (string Bucket, string Path)? Bucket(string name)
    {
        var path = Trimmed(name);
        return path.IndexOf('/') is > 0 and var slash ? (path[..slash], path[(slash + 1)..]) : null;
    }

    static string Folded(string word, string name)
    {
        if (Platform.NamesArePaths(word)) return Trimmed(name);
        // There, one pair of backticks may stand around the whole.
        if (word == "bigquery") name = name.Replace("`", "", StringComparison.Ordinal);
        return string.Join('.', QualifiedName.Parts(name.Trim()).Select(p => Part(word, p)));
    }

    static string Trimmed(string path)
    {
        static bool Edge(char c) => c == '/' || char.IsWhiteSpace(c);
        var (from, to) = (0, path.Length);
        while (from < to && Edge(path[from])) from++;
        while (to > from && Edge(path[to - 1])) to--;
        return path[from..to];
    }

    /// <summary>Quotes stay where a part would be read otherwise without them.</summary>
    static string Part(string word, QualifiedName.Part part)
    {
        var stored = Platform.Folded(word, part.Text, part.Quoted);
        return !part.Quoted || (QualifiedName.IsPlain(stored) && Platform.Folded(word, stored, quoted: false) == stored) ? stored
            : QualifiedName.Quoted(stored);
    }
}
