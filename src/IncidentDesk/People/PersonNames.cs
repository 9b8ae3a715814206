using System.Globalization;
using System.Text;
using IncidentDesk.Record;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.People;

/// <summary>An entry says who recorded it by name, so no two people who are active have the same one.</summary>
internal static class PersonNames
{
    /// <summary>The refusal, when somebody else who is active is called so.</summary>
    public static async Task<NameTaken?> NameTaken(this DeskDb db, string name, Guid by, CancellationToken ct)
    {
        var wanted = AsRead(name);
        var others = await db.People.AsNoTracking().Where(p => p.Active && p.Id != by).Select(p => p.Name).ToListAsync(ct);
        return others.Exists(other => AsRead(other) == wanted) ? new NameTaken(name.Trim()) : null;
    }

    /// <summary>
    /// What a reader tells apart: compatible forms, case, kinds and number of spaces and invisible characters do not count (Unicode
    /// Standard Annex 15, form KC; format characters and marks that only join or direct text).
    /// </summary>
    internal static string AsRead(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                plain.Append(rune.ToString());
        }
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Encoding.UTF8.GetString(Folding.Fold(string.Join(' ', words)));
    }
}

/// <summary>Two people with one name could not be told apart in the record.</summary>
public sealed record NameTaken(string Name)
    : Refusal.Rule($"Nothing was saved. Another person on this desk is called {Name}, and entries show names. "
        + "Add what tells the two apart, such as a second name or a team.");
