using System.Globalization;

namespace IncidentDesk.Assets.Importing.Files;

/// <summary>Why a whole file is refused before any format looks at it.</summary>
public sealed partial class SpooledFile
{
    public sealed record Empty()
        : Refusal.Unreadable("Nothing was imported. The file is empty. Export it again, check its size, and send it again.");

    public sealed record NotPutAside(string Reason)
        : Refusal.Rule($"Nothing was imported. The desk could not store the file temporarily: {Reason}. "
            + "Free some space or set another temporary folder, and send the file again.");

    public sealed record UnpacksTooLarge(string Entry, long Limit)
        : Refusal.Unreadable($"Nothing was imported. Unpacked, “{Shown(Entry)}” and the files before it are "
            + $"larger than {Size(Limit)}. Export in smaller parts and send them one by one.");

    public sealed record UnpacksTooFar(string Entry, int Times)
        : Refusal.Unreadable($"Nothing was imported. “{Shown(Entry)}” unpacks to more than {Times} times its size, "
            + "like a file made to fill a disk. If it is genuine, send it unpacked.");

    public sealed record TooManyEntries(int Most)
        : Refusal.Unreadable($"Nothing was imported. The zip has more than {Most.Figure()} entries. "
            + "Export in parts, for example one database at a time, and send them one by one.");

    public sealed record CutOff(string File)
        : Refusal.Unreadable($"Nothing was imported. “{Shown(File)}” is incomplete: "
            + "it was cut off in transfer. Compare its size with the original and send it again.");

    public sealed record Damaged(string File)
        : Refusal.Unreadable($"Nothing was imported. “{Shown(File)}” is damaged and cannot be unpacked. Pack it again and send it again.");

    public sealed record SeveralDisks()
        : Refusal.Unreadable("Nothing was imported. The zip is one part of several. Pack it as one file and send that.");

    public sealed record NoEntries()
        : Refusal.Unreadable("Nothing was imported. The zip contains no files. Pack the exported files and send it again.");

    public sealed record UnsafeName(string Entry)
        : Refusal.Unreadable($"Nothing was imported. The zip has an entry named “{Shown(Entry)}”, which points "
            + "outside the zip or is not a valid file name. Pack the files again from their own folder.");

    public sealed record NameTwice(string Entry)
        : Refusal.Unreadable($"Nothing was imported. The zip has two entries named “{Shown(Entry)}”, "
            + "and it is not clear which one counts. Pack the files again.");

    public sealed record Overlapping(string Entry)
        : Refusal.Unreadable($"Nothing was imported. In the zip, “{Shown(Entry)}” overlaps with "
            + "another entry, like a file made to fill a disk. Pack the files again.");

    public sealed record Encrypted(string Entry)
        : Refusal.Unreadable(
            $"Nothing was imported. “{Shown(Entry)}” is encrypted. Pack the files without a password and send them again.");

    public sealed record OddEntry(string Entry)
        : Refusal.Unreadable($"Nothing was imported. The desk cannot unpack “{Shown(Entry)}”: it is a link or a device, "
            + "or not deflated. Pack plain files with the default method and send them again.");

    public sealed record PackedTwice(string Entry)
        : Refusal.Unreadable($"Nothing was imported. “{Shown(Entry)}” is itself an archive; "
            + "archives inside an archive are not opened. Unpack it and send it separately.");

    /// <summary>A name from a file may be long or hold anything; a sentence shows its beginning without control characters.</summary>
    internal static string Shown(string name) => WellFormed.Shown(name, 80);

    /// <summary>In the largest unit that leaves at least one: <c>4 GB</c>.</summary>
    internal static string Size(long bytes) =>
        bytes >= 1L << 30 ? $"{bytes >> 30} GB"
            : bytes >= 1 << 20 ? $"{bytes >> 20} MB"
            : bytes >= 1 << 10 ? $"{bytes >> 10} KB"
            : $"{bytes} bytes";
}
