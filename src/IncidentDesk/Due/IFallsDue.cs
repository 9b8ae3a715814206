namespace IncidentDesk.Due;

/// <summary>
/// What is done when something of one kind falls due: the desk sends this command as itself, see <see cref="AllowSystemAttribute"/>.
/// It belongs to the room whose projection sets the items, and is found by itself. What the command records must move or end the item;
/// an item that stays due is tried again, at longer and longer intervals. A command may come twice: a node that was slow is not stopped.
/// </summary>
internal interface IFallsDue
{
    /// <summary>Stored with each item; never changed.</summary>
    string Kind { get; }

    /// <returns>A command that answers how many entries it recorded.</returns>
    ICommand<int> Command(DueItem due);
}
