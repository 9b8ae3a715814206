using IncidentDesk.Assets;
using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Reviews.Requiring;

/// <summary>
/// Which kinds of review there are and what requires them, read from <c>reviews/*.yaml</c> beside the playbooks when it is first
/// wanted. A broken file stands aside and says where it is broken.
/// </summary>
public sealed class ReviewShelf(DeskOptions options)
{
    readonly Lazy<Shelved> _read = new(() => Read(Path.Combine(options.Playbooks, "reviews")));

    /// <summary>In the order of their files.</summary>
    public IReadOnlyList<ReviewKind> Kinds => _read.Value.Kinds;

    public IReadOnlyList<ReviewRule> Rules => _read.Value.Rules;

    public IReadOnlyList<BrokenPlaybookException> Broken => _read.Value.Broken;

    public ReviewKind? Find(string kind) => Kinds.FirstOrDefault(k => k.Id == kind);

    /// <summary>The kinds of review that such a thing requires, each with its rules; and those of which nobody can tell yet.</summary>
    public (IReadOnlyList<Demand> Required, IReadOnlyList<Demand> Unclear) For(
        AssetKind kind, IReadOnlyCollection<string> labels, PeopleData people)
    {
        var fitting = Rules.Select(r => (Rule: r, Fits: r.Fits(kind, labels, people))).ToList();
        var required = Demands(fitting.Where(f => f.Fits is true).Select(f => f.Rule));
        return (required,
            [.. Demands(fitting.Where(f => f.Fits is null).Select(f => f.Rule)).Where(u => required.All(r => r.Kind != u.Kind))]);
    }

    IReadOnlyList<Demand> Demands(IEnumerable<ReviewRule> rules)
    {
        var byKind = rules.ToLookup(r => r.Requires);
        return [.. Kinds.Where(k => byKind.Contains(k.Id)).Select(k => new Demand(k, [.. byKind[k.Id]]))];
    }

    static Shelved Read(string folder)
    {
        var read = new Shelved([], [], []);
        foreach (var file in (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : []).Order(StringComparer.Ordinal))
        {
            try
            {
                var (kinds, rules) = ReviewRuleFile.Read(file, File.ReadAllText(file));
                read.Kinds.AddRange(kinds.ExceptBy(read.Kinds.Select(k => k.Id), k => k.Id));
                read.Rules.AddRange(rules);
            }
            catch (BrokenPlaybookException problem) { read.Broken.Add(problem); }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                read.Broken.Add(new(Path.GetFileName(file), 1, unreadable.Message));
            }
        }
        return read;
    }

    sealed record Shelved(List<ReviewKind> Kinds, List<ReviewRule> Rules, List<BrokenPlaybookException> Broken);
}

/// <summary>A kind of review with the rules that ask for it.</summary>
public sealed record Demand(ReviewKind Kind, IReadOnlyList<ReviewRule> Rules);
