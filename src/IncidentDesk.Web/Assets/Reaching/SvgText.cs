using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IncidentDesk.Web.Assets.Reaching;

/// <summary>An SVG <c>text</c> element; written as a tag, Razor would take the word for one of its own.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired] public string X { get; set; } = "";
    [Parameter, EditorRequired] public string Y { get; set; } = "";
    [Parameter] public string? Class { get; set; }
    [Parameter] public bool Centred { get; set; }

    /// <summary>The whole of what the text stands for, where it had to be shortened.</summary>
    [Parameter] public string? Title { get; set; }
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "class", Class);
        builder.AddAttribute(4, "text-anchor", Centred ? "middle" : null);
        builder.AddContent(5, Text);
        if (Title is not null)
        {
            builder.OpenElement(6, "title");
            builder.AddContent(7, Title);
            builder.CloseElement();
        }
        builder.CloseElement();
    }
}
