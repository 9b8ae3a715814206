using System.Reflection;
using System.Reflection.Emit;

namespace IncidentDesk.Tests.House;

/// <summary>Which type calls what, read from the compiled code: no name of a variable and no alias hides a call.</summary>
internal static class Calls
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>
    /// Every call, with the outermost type it stands in: what the compiler makes of a lambda or of await belongs to the type that wrote it.
    /// </summary>
    public static IEnumerable<(Type By, MethodBase Called)> In(Assembly assembly) => assembly.GetTypes().SelectMany(type =>
        type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
            .SelectMany(Called).Select(called => (Outermost(type), called)));

    static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var op = code[at] == 0xFE ? OpCodes[(short)(0xFE00 | code[at + 1])] : OpCodes[code[at]];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineTok
                && Method(method, BitConverter.ToInt32(code, at)) is { } called) yield return called;
            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    static MethodBase? Method(MethodBase within, int token)
    {
        var typeArguments = within.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = within.IsGenericMethod ? within.GetGenericArguments() : null;
        return within.Module.ResolveMember(token, typeArguments, methodArguments) as MethodBase;
    }
}
