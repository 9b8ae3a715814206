using FluentValidation;
using IncidentDesk.Assets;
using IncidentDesk.Record;
using IncidentDesk.Reviews.Events;
using MediatR;

namespace IncidentDesk.Reviews.Entering;

/// <summary>Writes anew what the register says of a subject; what is left out stays as it is.</summary>
[Allow(ReviewFile.MayRecord)]
[Api("/api/reviews/{key}/description", "Edit the description of a subject")]
public sealed record DescribeSubject : ICommand<Position>, ISubjectCommand
{
    public string Key { get; set; } = "";
    public string? Name { get; set; }
    public AssetKind? Kind { get; set; }
    public PeopleData? PeopleData { get; set; }
    public List<string>? Labels { get; set; }
    public List<string>? Assets { get; set; }
    [Lines]
    public string Reason { get; set; } = "";
}

public sealed class DescribeSubjectValidator : AbstractValidator<DescribeSubject>
{
    public DescribeSubjectValidator()
    {
        RuleFor(c => c.Name).NamedIfAny();
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.PeopleData).IsInEnum();
        RuleFor(c => c.Labels!).Labels().When(c => c.Labels is not null);
        RuleFor(c => c.Assets!).AssetKeys().When(c => c.Assets is not null);
        RuleFor(c => c.Reason).Reason();
    }
}

internal sealed class DescribeSubjectHandler(DeskDb db, Recorder recorder) : IRequestHandler<DescribeSubject, Outcome<Position>>
{
    public Task<Outcome<Position>> Handle(DescribeSubject c, CancellationToken ct) =>
        db.DecideSubject(recorder, c.Key, subject => Anew(subject, c), ct);

    static Outcome<Fact> Anew(ReviewSubject subject, DescribeSubject c)
    {
        var described = new SubjectDescribed(
            subject.Key, c.Name.OrNull() ?? subject.Name, c.Kind ?? subject.Kind, c.PeopleData ?? subject.PeopleData,
            c.Labels is null ? subject.Labels : [.. Tidy.Labels(c.Labels)],
            c.Assets is null ? subject.Assets : [.. Tidy.Keys(c.Assets)], c.Reason.Trim());
        var same = described.Name == subject.Name && described.Kind == subject.Kind && described.PeopleData == subject.PeopleData
            && described.Labels.SequenceEqual(subject.Labels) && described.Assets.SequenceEqual(subject.Assets);
        return same ? new SubjectDescribedSo(subject.Key) : (Fact)described;
    }
}

/// <summary>Nothing would change.</summary>
public sealed record SubjectDescribedSo(string Key)
    : Refusal.Rule($"Nothing was saved. The description of {Key} already says all of this.");
