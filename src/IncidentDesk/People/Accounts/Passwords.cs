using System.Collections.Frozen;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IncidentDesk.People.Accounts;

/// <summary>
/// Hashing of passwords and what makes one too easy (NIST SP 800-63B, section 3.1.1: length and a blocklist,
/// no rules about kinds of characters).
/// </summary>
internal static class Passwords
{
    public const int Shortest = 12;
    const int Longest = 256;

    /// <summary>PBKDF2-HMAC-SHA512; the count is OWASP's advice of 2023. The hash carries it, so it can be raised later.</summary>
    const int Iterations = 210_000;

    /// <summary>Names shorter than this are in too many words to be forbidden.</summary>
    const int ShortestName = 4;

    static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    static readonly Lazy<FrozenSet<string>> Common = new(Load);

    /// <summary>Takes a tenth of a second, on purpose; never inside a transaction.</summary>
    public static string Hash(Secret password) => Hasher.HashPassword(null!, password.Value);

    /// <summary>Takes as long as <see cref="Hash"/>.</summary>
    public static bool Verify(string hash, Secret password) =>
        Hasher.VerifyHashedPassword(null!, hash, password.Value) != PasswordVerificationResult.Failed;

    public static IRuleBuilderOptions<T, Secret> NewPassword<T>(this IRuleBuilder<T, Secret> rule) => rule
        .Must(p => p is { Value.Length: >= Shortest })
        .WithMessage($"A password has at least {Shortest} characters; several words in a row are easy to remember.")
        .Must(p => p is null or { Value.Length: <= Longest }).WithMessage($"A password has at most {Longest} characters.");

    /// <summary>For a password that is checked, not chosen: what it was chosen by need not hold any more.</summary>
    public static IRuleBuilderOptions<T, Secret> GivenPassword<T>(this IRuleBuilder<T, Secret> rule) => rule
        .Must(p => p is { Value.Length: > 0 and <= Longest }).WithMessage("Type your password.");

    /// <summary>Why somebody would guess it first, or null.</summary>
    public static string? Objection(Secret password, string name, string email)
    {
        var plain = password.Value.ToLowerInvariant();
        if (plain.Distinct().Count() < 5) return "This password repeats a few characters. Choose one that is harder to guess.";
        if (Common.Value.Contains(plain) || EasyPasswords.Made(plain)) return "This password is too common. Choose another one.";
        var own = name.Split(' ').Append(email.Split('@')[0]).Where(w => w.Length >= ShortestName);
        return own.Any(w => plain.Contains(w.ToLowerInvariant(), StringComparison.Ordinal))
            ? "This password contains your name or address. Choose another one."
            : null;
    }

    static FrozenSet<string> Load()
    {
        using var list = new StreamReader(typeof(Passwords).Assembly.GetManifestResourceStream("CommonPasswords.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }
}
