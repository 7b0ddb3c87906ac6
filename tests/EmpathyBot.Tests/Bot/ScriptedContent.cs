using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Bot;

/// <summary>Content with one article and one procedure; a message's text is its key, so that tests see which one was said.</summary>
internal sealed class ScriptedContent : IContent, IContentSource
{
    public IContent Current => this;

    public IReadOnlyList<string> Locales => ["en"];

    public string ProcedureFingerprint { get; set; } = "1";

    /// <summary>Throws in the middle of turns whose text matches this.</summary>
    public string? BreakOn { get; set; }

    public string LanguageOf(string locale) => "en";

    public bool CanSayNotSpoken(string language) => false;

    public LanguageWords Words(string locale) => LanguageWords.None;

    public Article? FindArticle(string id, string locale) => new(id, "en", $"about {id}", $"[article {id}]", [], []);

    public Procedure? FindProcedure(string id, string locale) => new(
        id, "en", "the status of an order", [],
        [
            new AskStep("number", null, "[ask number]", "[retry number]", AskKind.OrderNumber, "order_number", true, [], 2),
            new AskStep("proof", null, "[ask proof]", "[retry proof]", AskKind.EmailOrPostcode, "proof", true, [], 2),
            new CallStep("find", null, "find_order", new Dictionary<string, string> { ["order_number"] = "order_number", ["proof"] = "proof" }, "order", true),
            new TellStep("found", Condition.Parse("order.outcome == ok"), "[found]", "an answer by Monday"),
            new AskStep("search", Condition.Parse("order.outcome == ok"), "[ask search]", "[retry search]", AskKind.Confirm, "search", false, [], 2),
            new CallStep("open", Condition.Parse("search == yes"), "open_parcel_search", new Dictionary<string, string> { ["order_number"] = "order_number" }, "opened", false),
            new TellStep("opened", Condition.Parse("opened.outcome == ok"), "[opened]", null),
            new TellStep("left", Condition.Parse("search == no"), "[not opened]", null),
            new TellStep("missing", Condition.Parse("order.outcome == not_found"), "[not found]", null),
            new EndStep("down", Condition.Parse("order.outcome == unavailable"), ProcedureOutcome.NeedsPerson),
        ],
        ProcedureFingerprint);

    public ContentMatch Match(string text, string locale, ContentCandidate? before = null)
    {
        if (text.Contains("the other one", StringComparison.Ordinal) && before is not null)
            return new([before]) { RefersBack = true, MeansAnother = true };
        if (text.Contains("both", StringComparison.Ordinal))
            return ContentMatch.None with { Several = [new(ContentKind.Article, "shipping", "about shipping", 0.9), new(ContentKind.Procedure, "order-status", "the status of an order", 0.9) { Weight = MatterWeight.Parcel }] };
        if (BreakOn is { } words && text.Contains(words, StringComparison.Ordinal))
            throw new InvalidOperationException("The content broke, as the test wants.");
        if (text.Contains("order", StringComparison.Ordinal))
            return new([new(ContentKind.Procedure, "order-status", "the status of an order", 0.9)]);
        return text.Contains("shipping", StringComparison.Ordinal)
            ? new([new(ContentKind.Article, "shipping", "about shipping", 0.9)])
            : text.Contains("maybe", StringComparison.Ordinal)
                ? new([new(ContentKind.Article, "returns", "about returns", 0.4), new(ContentKind.Article, "refunds", "about refunds", 0.35)])
                : ContentMatch.None;
    }

    public CustomerRequest FindRequest(string text, string locale) => text switch
    {
        "yes" => CustomerRequest.Yes,
        "no" => CustomerRequest.No,
        "stop" => CustomerRequest.Stop,
        "call me back" => CustomerRequest.CallBack,
        "stop waiting" => CustomerRequest.LeaveQueue,
        "thanks, bye" => CustomerRequest.Goodbye,
        "why did you say that?" => CustomerRequest.WhySaid,
        "stop reading my mood" => CustomerRequest.StopReading,
        "just fix it" => CustomerRequest.SkipSympathy,
        "what do you know about me?" => CustomerRequest.WhatKnown,
        "forget me" => CustomerRequest.ForgetMe,
        _ => CustomerRequest.None,
    };

    public bool AsksForPerson(string text, string locale) => false;

    public string? FindPersonRule(string text, string locale, ContentMatch match) =>
        text.Contains("lawyer", StringComparison.Ordinal) ? "legal" : null;

    public FeedbackHeard FindFeedback(string text, string locale) => FeedbackHeard.Nothing;

    public IReadOnlyList<AgentPhrase> AgentPhrases(string locale) => [];

    public IReadOnlyList<AcknowledgementPhrase> Phrases(string locale) =>
    [
        .. Enum.GetValues<AcknowledgementAct>().Where(act => act != AcknowledgementAct.None)
            .SelectMany(act => Enumerable.Range(1, 3).Select(number => new AcknowledgementPhrase(
                $"{act}-{number}", act, [], [], 0, 1, [], $"{Counted[number]} {act} words."))),
    ];

    public string Message(string key, string locale, IReadOnlyDictionary<string, object?>? variables = null) => $"[{key}]";

    public string Render(string template, IReadOnlyDictionary<string, object?> variables) => Variables.Find(variables, template) ?? template;

    private static readonly string[] Counted = ["Zero", "One", "Two", "Three"];
}
