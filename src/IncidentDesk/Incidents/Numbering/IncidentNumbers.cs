using System.Globalization;
using System.Security.Cryptography;
using IncidentDesk.Record;
using IncidentDesk.Record.Sql;
using Microsoft.EntityFrameworkCore;

namespace IncidentDesk.Incidents.Numbering;

/// <summary>
/// Numbers for incidents that do not count them: who sees only open incidents cannot tell from their numbers how many others there
/// are. Asked inside the transaction of a command, and commands take turns.
/// </summary>
public class IncidentNumbers
{
    /// <summary>How far from the last open one somebody's first private incident gets its number.</summary>
    const int Near = 100;
    const int TriesAtOneReach = 20, ReadAtOnce = 30;

    NumberSides? _sides;

    /// <summary>The number of the next incident that is declared, or imported, with this visibility. A number is given once.</summary>
    public virtual async Task<int> Next(DeskDb db, Visibility visibility, CancellationToken ct)
    {
        var sides = _sides ??= new(await Secret(db, ct));
        var last = await LastOpen(db, sides, ct);
        return visibility is Visibility.Open ? sides.OpenAfter(last) : await NextPrivate(db, sides, last, ct);
    }

    /// <summary>
    /// By chance: in order, they would tell a participant of two how many lie between. From a wider range for each that the caller sees
    /// already: who declared hundreds would otherwise have used up what is near, and see which numbers are missing.
    /// </summary>
    static async Task<int> NextPrivate(DeskDb db, NumberSides sides, int last, CancellationToken ct)
    {
        var seen = await db.Incidents.CountAsync(i => i.Visibility == Visibility.Private, ct);
        for (var reach = Near * (1 + seen); ; reach += Near)
            for (var tries = 0; tries < TriesAtOneReach; tries++)
            {
                var number = RandomNumberGenerator.GetInt32(Math.Max(1, last - reach), last + reach);
                if (!sides.IsOpen(number) && !await IsTaken(db, number, ct)) return number;
            }
    }

    /// <summary>
    /// The last number that was given to an open incident, whatever became of it; 0 before the first. Those of private ones that lie
    /// beyond it are few.
    /// </summary>
    static async Task<int> LastOpen(DeskDb db, NumberSides sides, CancellationToken ct)
    {
        var read = db.Command($"SELECT Number FROM Incidents WHERE Number < @below ORDER BY Number DESC LIMIT {ReadAtOnce}", "@below");
        for (int below = int.MaxValue, count = ReadAtOnce; count == ReadAtOnce;)
        {
            count = 0;
            await using var rows = await read.Again(below).ExecuteReaderAsync(ct);
            for (; await rows.ReadAsync(ct); count++)
                if (sides.IsOpen(below = rows.GetInt32(0))) return below;
        }
        return 0;
    }

    static async Task<bool> IsTaken(DeskDb db, int number, CancellationToken ct) =>
        await db.Command("SELECT count(*) FROM Incidents WHERE Number = @number", "@number").Again(number).ExecuteScalarAsync(ct) is not 0L;

    static async Task<byte[]> Secret(DeskDb db, CancellationToken ct) =>
        (byte[])(await db.Command("SELECT Secret FROM NumberKeys").ExecuteScalarAsync(ct))!;
}
