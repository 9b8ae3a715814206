using FluentValidation;

namespace IncidentDesk.Assets.Evidence.Recording;

/// <summary>What every command holds that puts evidence about assets of an incident on record.</summary>
public abstract record EvidenceOnAssets : ICommand<EvidenceRecorded>, IIncidentCommand, IChoosesAssets
{
    public int Incident { get; set; }
    public string? Pattern { get; set; }
    public IReadOnlyList<string>? Keys { get; set; }

    /// <summary>Every asset of the incident.</summary>
    public bool All { get; set; }

    /// <summary>Null where the start is not known; a search without it proves nothing, and a log without it covers nothing.</summary>
    public DateTimeOffset? From { get; set; }

    /// <summary>Null where it goes on, or the end is not known.</summary>
    public DateTimeOffset? To { get; set; }

    /// <summary>Position of the entry that said it wrongly; its evidence then counts no more.</summary>
    public int? Replaces { get; set; }
}

public abstract class EvidenceOnAssetsValidator<T> : AbstractValidator<T> where T : EvidenceOnAssets
{
    private protected EvidenceOnAssetsValidator(TimeProvider clock)
    {
        this.ChoiceOfAssets(allMayBe: true);
        this.Window(clock, c => c.From, c => c.To);
        this.Replacing(c => c.Replaces);
    }
}
