using System.Text.Json;

namespace IncidentDesk.Assets.Importing.JsonStreams;

/// <summary>One value of a JSON file that was asked for.</summary>
/// <param name="Place">Its JSON path, such as <c>$.nodes['model.shop.orders']</c>, or <c>line 12</c> for a whole
/// value of several in one file.</param>
/// <param name="Under">The wanted path it was found under, as it was asked for.</param>
/// <param name="Name">The member it is the value of; null for elements of an array and for whole files.</param>
/// <param name="Element">Stays valid for as long as somebody holds it. Every string in it can be read.</param>
/// <param name="Rejected">Set when it could not be read; there is no element then, unless all that is wrong is a member
/// that is there twice: of those the last one counts.</param>
public readonly record struct JsonFound(string Place, string Under, string? Name, JsonElement Element, RejectedStatement? Rejected);
