using System.Text.Json;
using System.Text.Json.Nodes;
using EmpathyBot.Bot.Conversations;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>
/// Fills a card's template: each text is rendered by itself, so that no value can break the JSON around it, and what is
/// left empty by its values is left out.
/// </summary>
internal static class AdaptiveCard
{
    /// <summary>Content type of the attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    // What an element says: without it there is nothing to show.
    private static readonly string[] Saying = ["text", "value", "url"];

    /// <summary>Channels on which an Adaptive Card is shown; on others the text before it says all.</summary>
    private static readonly string[] Showing = [Channels.Directline, Channels.Webchat, Channels.Msteams, Channels.Emulator, Channels.Test];

    public static bool IsShownOn(string? channel) => Showing.Contains(channel, StringComparer.OrdinalIgnoreCase);

    /// <summary>The card as an attachment.</summary>
    /// <param name="template">The card's JSON as the content holds it.</param>
    /// <param name="render">Renders one text.</param>
    public static Attachment Fill(string template, Func<string, string> render) =>
        new() { ContentType = ContentType, Content = Fill(JsonNode.Parse(template), render) };

    private static object? Fill(JsonNode? node, Func<string, string> render) => node switch
    {
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => Fill(entry.Value, render)),
        JsonArray list => list.Select(item => Fill(item, render)).Where(HasSomethingToSay).ToList(),
        JsonValue value when value.TryGetValue<string>(out var text) => render(text),
        JsonValue value => ActivityValue.Plain(value.GetValue<JsonElement>()),
        _ => null,
    };

    private static bool HasSomethingToSay(object? item) =>
        item is not Dictionary<string, object?> element || !Saying.Any(name => element.TryGetValue(name, out var said) && said is "");
}
