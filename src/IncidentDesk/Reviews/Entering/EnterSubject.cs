using FluentValidation;
using IncidentDesk.Assets;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Reviews.Entering;

/// <summary>
/// Puts a program, or another thing that reviews are about, into the register. The rules say
/// at once which reviews it needs.
/// </summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews", "Add a program, or another subject of reviews, to the register", Makes = "/api/reviews/{key}")]
public sealed record EnterSubject : ICommand<Entered>
{
    /// <summary>Letters, digits and <c>. _ : -</c>; a pause that targets <c>program:key</c> is about it.</summary>
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public AssetKind Kind { get; set; } = AssetKind.Program;
    public PeopleData PeopleData { get; set; }
    public List<string> Labels { get; set; } = [];

    /// <summary>Keys of assets that belong to it, or patterns over keys.</summary>
    public List<string> Assets { get; set; } = [];
}

/// <summary>The key by which the subject is known from now on.</summary>
public sealed record Entered(string Key, int Position);

public sealed class EnterSubjectValidator : AbstractValidator<EnterSubject>
{
    public EnterSubjectValidator()
    {
        RuleFor(c => c.Key).SubjectKey();
        RuleFor(c => c.Name).Named("Enter its usual name.");
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.PeopleData).IsInEnum();
        RuleFor(c => c.Labels).Labels();
        RuleFor(c => c.Assets).AssetKeys();
    }
}

internal sealed class EnterSubjectHandler(DeskDb db, Recorder recorder) : IRequestHandler<EnterSubject, Outcome<Entered>>
{
    public async Task<Outcome<Entered>> Handle(EnterSubject c, CancellationToken ct)
    {
        if (await db.ReviewSubjects.AnyAsync(s => s.Key == c.Key, ct)) return new SubjectKnown(c.Key);
        var entered = new SubjectEntered(c.Key, c.Name.Trim(), c.Kind, c.PeopleData, [.. Tidy.Labels(c.Labels)], [.. Tidy.Keys(c.Assets)]);
        var appended = await recorder.Append(Streams.Reviews(c.Key), ct, entered);
        return appended.Done ? new Entered(c.Key, appended.Value) : appended.Refusal;
    }
}

internal static class Tidy
{
    public static IEnumerable<string> Labels(IEnumerable<string> labels) =>
        labels.Select(l => l.Trim().ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal);

    public static IEnumerable<string> Keys(IEnumerable<string> keys) => keys.Select(k => k.Trim()).Distinct();
}

/// <summary>It is in the register.</summary>
public sealed record SubjectKnown(string Key)
    : Refusal.Rule($"Nothing was saved. {Key} is already in the register of reviews. Work on it there, or choose another key.");
