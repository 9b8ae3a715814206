using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IncidentDesk.Tests.House;

/// <summary>A name in one room's file that is declared in another room.</summary>
internal sealed record NamedRoom(string File, string From, string To, string Name);

/// <summary>
/// What each room of the desk really names, read by the compiler: usings alone would say too
/// much, and miss what needs none.
/// </summary>
internal static class NamedRooms
{
    const string Desk = "src/IncidentDesk/";

    /// <summary>What the SDK puts in front of every file.</summary>
    const string ImplicitUsings = """
        global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    static readonly Lazy<IReadOnlyList<NamedRoom>> Found = new(Read);

    public static IReadOnlyList<NamedRoom> All => Found.Value;

    static IReadOnlyList<NamedRoom> Read()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None);
        var trees = Repository.Files("src/IncidentDesk", ".cs").AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(Repository.Text(file), options, file)).ToList();
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(dll => Path.GetFileName(dll) != "IncidentDesk.dll").Select(dll => MetadataReference.CreateFromFile(dll));
        var desk = CSharpCompilation.Create("IncidentDesk", [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings, options)], known,
            new(OutputKind.DynamicallyLinkedLibrary));
        return [.. trees.AsParallel().AsOrdered().SelectMany(tree => Named(desk.GetSemanticModel(tree), tree)).Distinct()];
    }

    static IEnumerable<NamedRoom> Named(SemanticModel model, SyntaxTree tree)
    {
        // The root of the desk puts the rooms together and is none itself.
        if (RoomOf(tree.FilePath) is not { } from) yield break;
        foreach (var name in tree.GetRoot().DescendantNodes(n => n is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? (info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null);
            if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol)
                continue;
            if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
            foreach (var place in symbol.Locations)
                if (place.SourceTree is { FilePath: var file } && RoomOf(file) is { } to && to != from)
                    yield return new(tree.FilePath[Desk.Length..], from, to,
                        symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        }
    }

    static string? RoomOf(string file) =>
        file.StartsWith(Desk, StringComparison.Ordinal) && file[Desk.Length..].Split('/') is [var room, _, ..] ? room : null;
}
