using System.Text;
using CsCheck;
using IncidentDesk.Tests.Record;
using IncidentDesk.Incidents.Carrying;
using IncidentDesk.Incidents.Events;
using IncidentDesk.Record;

namespace IncidentDesk.Tests.Incidents.Carrying;

public sealed class VerificationTests
{
    static readonly Gen<List<Entry>> Streams =
        Gen.String.List[1, 8].Select(texts => Forged.Entries([.. texts.Select(t => (Forged.Written)new UpdatePosted(t))]));

    [Fact]
    public void A_stream_as_it_was_recorded_is_intact() => Streams.Sample(entries =>
        Of(entries) == new Verification.Intact(entries.Count, Convert.ToHexStringLower(entries[^1].Hash)));

    [Fact]
    public void Any_change_to_one_entry_is_found() =>
        Gen.Select(Streams, Gen.Int[0, 1000], Gen.Int[0, 11], Gen.Int[0, 255]).Sample((entries, at, field, bit) =>
        {
            at %= entries.Count;
            entries[at] = Changed(entries[at], field, bit);
            return Of(entries) is Verification.Broken { Position: var broken } && broken == at + 1;
        });

    [Fact]
    public void An_entry_left_out_put_in_or_moved_is_found_by_whoever_holds_the_head() =>
        Gen.Select(Streams, Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 3]).Sample((entries, a, b, how) =>
        {
            var head = Convert.ToHexStringLower(entries[^1].Hash);
            var (from, to) = (a % entries.Count, b % entries.Count);
            List<Entry> changed = how switch
            {
                0 => [.. entries.Where((_, i) => i != from)],
                1 => [.. entries[..from], entries[to], .. entries[from..]],
                2 when from != to => Swapped(entries, from, to),
                _ => entries[..from],
            };
            return Of(changed) is not Verification.Intact intact || intact.Head != head;
        });

    [Fact]
    public void No_two_envelopes_share_an_encoding()
    {
        var envelopes = Gen.Select(Gen.String[0, 3], Gen.String[0, 3], Gen.String[0, 3], Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 3])
            .Select((kind, name, via, position, privileged, supersedes) =>
                new Envelope(position, kind, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch,
                    Guid.Empty, name, via, privileged, supersedes == 0 ? null : supersedes, [], []));
        Gen.Select(envelopes, envelopes)
            .Sample((a, b) => Same(a, b) == Chain.HashOf(a).AsSpan().SequenceEqual(Chain.HashOf(b)), iter: 20_000);
    }

    [Theory, InlineData("ab", "c", "a", "bc"), InlineData("", "ab", "ab", ""), InlineData("a\0", "b", "a", "\0b")]
    public void Letters_that_wander_from_one_field_to_the_next_change_the_hash(string kind, string name, string otherKind, string otherName)
    {
        Envelope With(string k, string n) => new(1, k, default, default, Guid.Empty, n, "", false, null, [], []);
        Assert.NotEqual(Chain.HashOf(With(kind, name)), Chain.HashOf(With(otherKind, otherName)));
    }

    [Fact]
    public void A_redaction_that_never_happened_and_one_that_was_undone_are_found()
    {
        var claimed = Forged.Entries(new UpdatePosted("a"), new UpdatePosted("b"));
        claimed[0].RedactedBy = 2;
        Assert.Contains("but that entry does not redact it", Broken(claimed, 1), StringComparison.Ordinal);

        var (payload, salt) = (EventNames.Write(new UpdatePosted("[redacted]")), Chain.NewSalt());
        List<Entry> Redacted() =>
            Forged.Entries(new UpdatePosted("a"), new EntryRedacted(1, Convert.ToHexStringLower(Chain.Commit(salt, payload)), "r"));
        var undone = Redacted();
        Assert.Contains("entry 2 redacted it", Broken(undone, 1), StringComparison.Ordinal);
        undone[0].RedactedBy = 2;
        Assert.Contains("differs from what the redaction in entry 2 left", Broken(undone, 1), StringComparison.Ordinal);
        (undone[0].Payload, undone[0].Salt) = (payload, salt);
        Assert.IsType<Verification.Intact>(Of(undone));
    }

    [Fact]
    public void An_attachment_that_is_missing_or_changed_is_found()
    {
        var kept = Attachment.Of("hive://a/b"u8.ToArray());
        var names = EventNames.All.Select(EventNames.TypeOf).First(t => t.IsAssignableTo(typeof(INamesAttachment)));
        var sample = (TimelineEvent)House.Sample.Of(names);
        names.GetProperty("Attachment")!.SetValue(sample, kept.Hash);
        var entries = Forged.Entries(sample);

        Assert.IsType<Verification.Intact>(Verification.Of(entries, _ => kept.Bytes));
        Assert.Equal(new Verification.Broken(1, "its attachment is missing."), Verification.Of(entries, _ => null));
        Assert.Equal(new Verification.Broken(1, "its attachment was changed."), Verification.Of(entries, _ => [1]));
    }

    [Fact]
    public void Whatever_is_changed_in_the_file_is_refused_broken_or_leaves_what_it_says_alone()
    {
        var file = Encoding.UTF8.GetBytes(Forged.File(new UpdatePosted("Ä \"quoted\" 日本"), new UpdatePosted("b"), new UpdatePosted("c")));
        var original = ReadExport.Parse(file).Value!;
        Assert.IsType<Verification.Intact>(original.Verify());

        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, value, how) =>
        {
            byte[] changed = how switch
            {
                0 => [.. file[..at], (byte)(file[at] ^ Math.Max(value, (byte)1)), .. file[(at + 1)..]],
                1 => [.. file[..at], .. file[(at + 1)..]],
                2 => [.. file[..at], value, .. file[at..]],
                _ => file[..at],
            };
            var read = ReadExport.Parse(changed);
            return !read.Done || read.Value.Verify() is Verification.Broken || SaysTheSame(read.Value, original);
        }, iter: 10_000);
    }

    static bool SaysTheSame(ReadExport a, ReadExport b) => a.Number == b.Number && a.Head == b.Head
        && a.Entries.Select(e => Encoding.UTF8.GetString(e.Payload))
            .SequenceEqual(b.Entries.Select(e => Encoding.UTF8.GetString(e.Payload)));

    static bool Same(Envelope a, Envelope b) => (a with { Commitment = b.Commitment, PreviousHash = b.PreviousHash }) == b;

    static Verification Of(IReadOnlyList<Entry> entries) => Verification.Of(entries, _ => null);

    static string Broken(IReadOnlyList<Entry> entries, int at)
    {
        var broken = Assert.IsType<Verification.Broken>(Of(entries));
        Assert.Equal(at, broken.Position);
        return broken.What;
    }

    static List<Entry> Swapped(List<Entry> entries, int a, int b)
    {
        List<Entry> swapped = [.. entries];
        (swapped[a], swapped[b]) = (entries[b], entries[a]);
        return swapped;
    }

    static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8 % flipped.Length] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    static Entry Changed(Entry e, int field, int bit) => new()
    {
        Stream = e.Stream, Incident = e.Incident, Position = field == 0 ? e.Position + 1 : e.Position,
        Kind = field == 1 ? e.Kind + "1" : e.Kind,
        HappenedAt = field == 2 ? e.HappenedAt.AddTicks(1) : e.HappenedAt,
        RecordedAt = field == 3 ? e.RecordedAt.AddTicks(-1) : e.RecordedAt,
        RecordedBy = field == 4 ? new Guid(Flip(e.RecordedBy.ToByteArray(), bit)) : e.RecordedBy,
        RecordedByName = field == 5 ? e.RecordedByName + " " : e.RecordedByName,
        Via = field == 6 ? "" : e.Via, Privileged = field == 7 ? !e.Privileged : e.Privileged,
        Supersedes = field == 8 ? 1 + bit : e.Supersedes,
        Payload = field == 9 ? Flip(e.Payload, bit) : e.Payload, Salt = field == 10 ? Flip(e.Salt, bit) : e.Salt,
        Commitment = e.Commitment, PreviousHash = e.PreviousHash, Hash = field == 11 ? Flip(e.Hash, bit) : e.Hash,
    };
}
