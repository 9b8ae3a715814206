using System.Runtime.InteropServices;

namespace IncidentDesk.Assets.Lineage;

/// <summary>What one counts assets by, 20 bytes each; texts are numbers of a <see cref="SharedTexts"/>, 0 for none.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct AssetFacts(
    int Container, int Owner, int Labels, int Source, byte KindCode, byte PeopleCode, byte ReviewCode, Presence Presence)
{
    public const int Size = 20;

    public AssetKind Kind => (AssetKind)KindCode;
    public PeopleData PeopleData => (PeopleData)PeopleCode;
    public PrivacyReview Review => (PrivacyReview)ReviewCode;
}

/// <summary>What becomes of an asset in the picture.</summary>
[Flags]
internal enum Presence : byte
{
    /// <summary>No row has this number.</summary>
    Absent = 0,
    There = 1,

    /// <summary>No source names it any more.</summary>
    Gone = 2,

    /// <summary>It turned out to be another one, which has its edges.</summary>
    Merged = 4,
}
