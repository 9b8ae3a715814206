using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Record;

/// <summary>Where removed words could live on outside the record.</summary>
internal static class Forgetting
{
    /// <summary>Deletes kept answers that hold any of these words, as JSON spells them. Their keys can be used again.</summary>
    public static async Task ForgetAnswers(this DeskDb db, IEnumerable<string> words, CancellationToken ct)
    {
        foreach (var word in words)
        {
            var spelled = JsonSerializer.Serialize(word, Json.Options)[1..^1];
            await db.Answers.Where(a => a.Body != null && a.Body.Contains(spelled)).ExecuteDeleteAsync(ct);
        }
    }
}
