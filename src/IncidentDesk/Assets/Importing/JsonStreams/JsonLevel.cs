using IncidentDesk.Assets.Importing.Checking;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>An object or array that was entered on the way to something wanted.</summary>
internal sealed class JsonLevel(JsonWanted wanted, bool array, string path)
{
    readonly HashSet<ulong> _names = [];
    long _index = -1;

    /// <summary>Of the member that is being read; null in an array.</summary>
    public string? Name { get; private set; }

    /// <summary>The member's name was there before.</summary>
    public bool Again { get; private set; }

    public string Path => path + (array ? JsonPath.Index(_index) : JsonPath.Member(Name!));

    /// <summary>Names are remembered by a hash of 64 bits: a million cost some 30 MB, however long they are.</summary>
    public void Enter(string name)
    {
        Name = name;
        Again = wanted.Member(name) is not null && !_names.Add(TextHash.Of(name));
    }

    /// <summary>What is wanted of the value that begins; null when nothing is.</summary>
    public JsonWanted? Next()
    {
        _index++;
        return array ? wanted.Element : wanted.Member(Name!);
    }
}
