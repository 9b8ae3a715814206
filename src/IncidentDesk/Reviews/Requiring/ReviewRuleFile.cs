using System.Text.RegularExpressions;
using IncidentDesk.Assets;
using IncidentDesk.Incidents.Playbooks;

namespace IncidentDesk.Reviews.Requiring;

/// <summary>
/// Reads one file of rules; playbooks/README.md lists the keys. Throws
/// <see cref="BrokenPlaybookException"/> with file and line.
/// </summary>
internal static partial class ReviewRuleFile
{
    public static (IReadOnlyList<ReviewKind> Kinds, IReadOnlyList<ReviewRule> Rules) Read(string path, string text)
    {
        var top = FrontMatter.Whole(Path.GetFileName(path), text);
        var kinds = top.Each("kinds").Select(Kind).ToList();
        var rules = new List<ReviewRule>();
        foreach (var fields in top.Each("rules"))
        {
            var rule = Rule(fields);
            if (rules.Exists(r => r.Id == rule.Id)) throw fields.Broken("id", $"the rule \"{rule.Id}\" occurs twice.");
            if (!kinds.Exists(k => k.Id == rule.Requires))
                throw fields.Broken("requires", $"there is no kind of review \"{rule.Requires}\". "
                    + $"The kinds of this file are: {string.Join(", ", kinds.Select(k => k.Id))}.");
            rules.Add(rule);
        }
        top.NothingElse();
        return kinds.GroupBy(k => k.Id).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw top.Broken("kinds", $"the kind \"{twice.Key}\" occurs twice.") : (kinds, rules);
    }

    static ReviewKind Kind(Fields fields)
    {
        var kind = new ReviewKind(Id(fields), fields.Text("name"), fields.Text("meaning"));
        fields.NothingElse();
        return kind;
    }

    static ReviewRule Rule(Fields fields)
    {
        var when = fields.Under("when");
        var rule = new ReviewRule(
            Id(fields), fields.Text("name"), [.. when.Texts("kinds")
                .Select(k => AssetWords.Kind(k) ?? throw when.Broken("kinds", $"\"{k}\" is not a kind of asset. The kinds are: "
                    + $"{string.Join(", ", Enum.GetValues<AssetKind>().Select(a => a.Spelled()))}."))],
            [.. when.Texts("labels").Select(l => System.Collections.Immutable.ImmutableArray.Create(
                l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))],
            [.. when.Choices<PeopleData>("people-data")], fields.Text("requires"), fields.Text("why"), fields.Text("source"));
        when.NothingElse();
        fields.NothingElse();
        return rule;
    }

    static string Id(Fields fields) => Slug().IsMatch(fields.Text("id"))
        ? fields.Text("id") : throw fields.Broken("id", "an id has only lower-case letters, digits and hyphens, at most 60.");

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,59}\z")]
    private static partial Regex Slug();
}
