namespace IncidentDesk.Web.Kit.Forms;

/// <summary>
/// A page whose form carries a file or a long list, for who may send that command; from anybody else it takes what any form has.
/// </summary>
/// <param name="command">What the form sends.</param>
/// <param name="most">In bytes, with everything around the file.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargeFormAttribute(Type command, long most) : Attribute
{
    /// <summary>200,000 pasted keys are one field.</summary>
    public const long Keys = 34 << 20;

    public Type Command { get; } = command;

    /// <summary>In bytes; <see cref="Files"/> for as much as a catalogue may have.</summary>
    public long Most { get; } = most;

    /// <summary>The bound is that of imported files, which the desk's settings give.</summary>
    public const long Files = long.MaxValue;
}
