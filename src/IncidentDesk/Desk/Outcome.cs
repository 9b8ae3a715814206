using System.Diagnostics.CodeAnalysis;

namespace IncidentDesk;

/// <summary>What a command came to: a value, or the reason it was refused.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal) : IRefusable<Outcome<T>>
{
    [MemberNotNullWhen(true, nameof(Value)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    static Outcome<T> IRefusable<Outcome<T>>.From(Refusal refusal) => refusal;
    static Type IRefusable<Outcome<T>>.ValueType => typeof(T);
    static Outcome<T> IRefusable<Outcome<T>>.FromValue(object? value) => new((T?)value, null);
    object? IRefusable<Outcome<T>>.Boxed => Value;
}

/// <summary>Lets a pipeline behaviour refuse, or repeat an answer, without knowing what the command would have returned.</summary>
public interface IRefusable<TSelf>
{
    static abstract TSelf From(Refusal refusal);
    static abstract TSelf FromValue(object? value);
    static abstract Type ValueType { get; }
    Refusal? Refusal { get; }
    object? Boxed { get; }
}
