using System.Text.Json.Nodes;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>The brief as the value of <c>handoff.initiate</c>: an object, as the protocol asks, with all contact facts masked.</summary>
internal static class HubBrief
{
    public static JsonObject Write(HandoffTicket ticket, ContactMask mask)
    {
        var brief = ticket.Brief;
        var value = new JsonObject
        {
            ["ticket"] = ticket.Id,
            ["reason"] = ticket.Reason.ToCode(),
            ["headline"] = Sentence(brief.Headline, mask),
            ["summary"] = Sentences(brief.Summary, mask),
            ["details"] = Sentences(brief.Details, mask),
            ["customer"] = new JsonObject
            {
                ["name"] = brief.Customer.Name,
                ["channel"] = brief.Customer.Channel,
                ["locale"] = brief.Customer.Locale,
                ["earlierConversations"] = brief.Customer.EarlierConversations,
            },
            ["earlier"] = Sentences(brief.Earlier, mask),
            ["tried"] = Sentences(brief.Tried, mask),
            ["doNotAskAgain"] = new JsonArray([.. brief.DoNotAskAgain.Select(fact =>
                new JsonObject { ["name"] = fact.Name, ["value"] = mask.Mask(fact), ["turn"] = fact.TurnId })]),
            ["acknowledged"] = Sentences(brief.Acknowledged, mask),
            ["promised"] = Sentences(brief.Promised, mask),
            ["suggestedReply"] = mask.Mask(brief.SuggestedReply),
            ["tone"] = brief.Tone,
            ["masked"] = new JsonArray([.. brief.Masked.Select(kind => (JsonNode)kind)]),
        };
        if (brief.OpenQuestion is { } question)
            value["openQuestion"] = Sentence(question, mask);
        // Absent altogether when the customer wants no mood read.
        if (brief.EmotionNow is { } now)
        {
            value["emotion"] = new JsonObject
            {
                ["now"] = Felt(now, mask), ["peak"] = brief.EmotionPeak is { } peak ? Felt(peak, mask) : null, ["trend"] = brief.Trend.ToString().ToLowerInvariant(),
            };
        }

        if (ticket.Callback is { } callback)
        {
            value["callback"] = new JsonObject
            {
                ["kind"] = callback.Contact.Kind == ContactKind.Phone ? "phone" : "email",
                ["contact"] = mask.Mask(callback.Contact.Value),
                ["promisedBy"] = callback.PromisedBy?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        return value;
    }

    private static JsonArray Sentences(IEnumerable<BriefSentence> sentences, ContactMask mask) =>
        new([.. sentences.Select(sentence => Sentence(sentence, mask))]);

    private static JsonObject Sentence(BriefSentence sentence, ContactMask mask) => new()
    {
        ["text"] = mask.Mask(sentence.Text), ["turns"] = new JsonArray([.. sentence.TurnIds.Select(turn => (JsonNode)turn)]),
    };

    private static JsonObject Felt(BriefEmotion felt, ContactMask mask) => new()
    {
        ["emotion"] = felt.Emotion.ToString().ToLowerInvariant(), ["intensity"] = felt.Intensity, ["quote"] = mask.Mask(felt.Quote), ["turn"] = felt.TurnId,
    };
}
