using FluentValidation;
using IncidentDesk.Record;
using MediatR;

namespace IncidentDesk.Due;

/// <summary>
/// Folds the entries of a stream into the tables once more. A migration that adds something which only a fold can fill, such as what is
/// due, puts each stream it concerns on the due list under this kind; replaying takes the item away again.
/// </summary>
[AllowSystem]
public sealed record RebuildTables : ICommand<int>
{
    public string Stream { get; init; } = "";
}

public sealed class RebuildTablesValidator : AbstractValidator<RebuildTables>
{
    public RebuildTablesValidator() => RuleFor(c => c.Stream).NotEmpty();
}

internal sealed class RebuildTablesHandler(Recorder recorder) : IRequestHandler<RebuildTables, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RebuildTables c, CancellationToken ct)
    {
        await recorder.Rebuild(c.Stream, ct);
        return 0;
    }
}

internal sealed class RebuildFallsDue : IFallsDue
{
    public string Kind => "rebuild-tables";

    public ICommand<int> Command(DueItem due) => new RebuildTables { Stream = due.Stream };
}
