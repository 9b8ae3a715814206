using System.Collections.Concurrent;
using System.Reflection;

namespace IncidentDesk;

/// <summary>Every command that is taken from outside: name, address, summary and fields, read once from the commands themselves.</summary>
public static class CommandCatalogue
{
    static readonly ConcurrentDictionary<Type, CataloguedCommand> ByType = new();

    static readonly Lazy<IReadOnlyList<CataloguedCommand>> Everything = new(() =>
        [.. typeof(CommandCatalogue).Assembly.GetTypes().Where(t => t.IsDefined(typeof(ApiAttribute), false))
            .Select(Of).OrderBy(c => c.Address, StringComparer.Ordinal)]);

    public static IReadOnlyList<CataloguedCommand> All => Everything.Value;

    public static CataloguedCommand Of<TCommand>() => Of(typeof(TCommand));

    static CataloguedCommand Of(Type command) => ByType.GetOrAdd(command, type =>
        new(type, type.GetCustomAttribute<ApiAttribute>(false)
            ?? throw new InvalidOperationException($"{type.Name} has no [Api] address.")));
}

/// <summary>One command as the outside sees it.</summary>
public sealed class CataloguedCommand
{
    readonly Lazy<IReadOnlyList<CommandField>> _fields;

    internal CataloguedCommand(Type type, ApiAttribute api)
    {
        (Type, Address, Summary, Makes) = (type, api.Address, api.Summary, api.Makes);
        _fields = new(() => CommandField.AllOf(type));
    }

    public Type Type { get; }

    /// <summary>As the API document calls the operation.</summary>
    public string Name => Type.Name;

    /// <summary>Names in braces are fields.</summary>
    public string Address { get; }

    public string Summary { get; }

    /// <summary>Where to find what it makes; null where it makes nothing.</summary>
    public string? Makes { get; }

    public IReadOnlyList<CommandField> Fields => _fields.Value;

    /// <summary>What the desk answers with when the command is done.</summary>
    public Type Answer =>
        Type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)).GenericTypeArguments[0];

    public bool TakesFromAddress(string field) => Address.Contains($"{{{field}}}", StringComparison.Ordinal);
}

/// <summary>A field of a command as JSON spells it: the member of a body, the input of a form, the option of a verb.</summary>
public sealed record CommandField(string Name, Type Type)
{
    /// <summary>The fields of any command, also of one that has no address.</summary>
    public static IReadOnlyList<CommandField> AllOf(Type command) =>
        [.. Json.Options.GetTypeInfo(command).Properties.Where(p => p.Set is not null)
            .Select(p => new CommandField(p.Name, p.PropertyType))];
}
