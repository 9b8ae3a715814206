using System.Text;
using IncidentDesk.Assets.Importing;

namespace IncidentDesk.Tests.Assets.Importing;

/// <summary>A format whose files say what a test wants them to say: the bytes are the name of a script.</summary>
internal sealed class ScriptedFormat : ICatalogueFormat
{
    readonly Dictionary<string, Func<IEnumerable<CatalogueStatement>>> _scripts = [];

    public string Code => "told";
    public string Words => "what a test tells";

    /// <summary>A file that names everything its source has.</summary>
    public CatalogueImport Whole(string source, params CatalogueStatement[] told) => File(source, () => told, complete: true);

    /// <summary>A file that names a part of what its source has.</summary>
    public CatalogueImport Part(string source, params CatalogueStatement[] told) => File(source, () => told, complete: false);

    public CatalogueImport File(string source, Func<IEnumerable<CatalogueStatement>> told, bool complete)
    {
        var script = Guid.NewGuid().ToString("N");
        _scripts[script] = told;
        return new(Encoding.UTF8.GetBytes(script), "told.txt") { Request = new() { Format = Code, Source = source, Complete = complete } };
    }

    public IEnumerable<CatalogueStatement> Read(CatalogueFile file)
    {
        using var reader = new StreamReader(file.Parts[0].Open());
        return _scripts[reader.ReadToEnd()]();
    }
}
