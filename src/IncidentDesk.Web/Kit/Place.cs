using System.Globalization;
using System.Reflection;
using System.Text;

namespace IncidentDesk.Web.Kit;

/// <summary>Where to find what a command made: an address whose gaps are members of the answer.</summary>
internal static class Place
{
    /// <summary>For <c>/api/pauses/{key}</c> and an answer with a <c>Key</c>. The address is read when the first thing is made.</summary>
    public static Func<TAnswer, string> In<TAnswer>(string address)
    {
        var format = new Lazy<(CompositeFormat Text, PropertyInfo[] Members)>(() => Read<TAnswer>(address));
        return answer => string.Format(CultureInfo.InvariantCulture, format.Value.Text,
            [.. format.Value.Members.Select(m => m.GetValue(answer))]);
    }

    static (CompositeFormat Text, PropertyInfo[] Members) Read<TAnswer>(string address)
    {
        var format = CompositeFormat.Parse(Numbered(address, out var names));
        return (format, [.. names.Select(name => typeof(TAnswer).GetProperty(Words.Heading(name))
            ?? throw new InvalidOperationException($"{address} names {name}, which {typeof(TAnswer).Name} does not have."))]);
    }

    static string Numbered(string address, out IReadOnlyList<string> names)
    {
        var found = new List<string>();
        var parts = address.Split('{').Select((part, at) =>
        {
            if (at == 0) return part;
            found.Add(part[..part.IndexOf('}', StringComparison.Ordinal)]);
            return $"{{{at - 1}{part[part.IndexOf('}', StringComparison.Ordinal)..]}";
        }).ToList();
        names = found;
        return string.Concat(parts);
    }
}
