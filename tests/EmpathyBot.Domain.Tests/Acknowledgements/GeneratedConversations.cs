using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using FsCheck;
using FsCheck.Fluent;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>One turn of a generated conversation: what was known, what was decided, what was said.</summary>
internal sealed record Played(
    Conversation Before, Turn Turn, Step Step, AcknowledgementPlan Plan, AcknowledgementDecision Said, AcknowledgementPhrase? Phrase,
    Conversation After, LastReading? LastBefore)
{
    public bool Speaks => Said.Act != AcknowledgementAct.None;

    public EmotionReading? Felt => Turn.Reading is { IsSure: true } reading ? reading : null;

    public override string ToString() =>
        $"\"{Turn.Text}\" {Turn.Reading?.Primary} {Turn.Reading?.Intensity:0.00} {Turn.Reading?.Target} {Step.Name} -> {Plan.Act} ({Plan.Reason}): {Said.Text ?? Said.Reason}";
}

/// <summary>
/// Thousands of conversations made by chance: any feeling, any signal, any step, failures, handoffs and wishes between;
/// half of the steps are those the turn policy would take.
/// </summary>
internal static class GeneratedConversations
{
    private const int Many = 2_000;

    private static readonly string[] Texts =
    [
        "where is my blue jacket", "third time I'm asking about my refund", "I have waited two weeks for my parcel", "ok", "",
        "you useless idiots, my bloody parcel", "the kettle is broken", "45 minutes on hold", "why", "thanks for the quick answer",
        "my order number is 10001", "since Tuesday nothing", "the boots are torn and the coat too", "I love my new headphones", "🙂", "ich warte",
    ];

    private static readonly Step[] Steps =
    [
        new TellArticle("a"), new StartProcedure("p"), new ContinueProcedure(), new AskWhatHappened(), new AskToRephrase(), new CloseMatter(),
        new HandOver(HandoffReason.AskedForPerson), new OfferPerson(HandoffReason.NotUnderstood), new OfferPerson(HandoffReason.RisingAnger),
        new SayWaiting(), new AdmitNotSolved(), new ExplainReading(), new TakeCorrection(), new SayCannotRead(), new ReturnGreeting(),
        new HandOver(HandoffReason.BotFailed), new LeaveProcedure(),
    ];

    private static readonly AcknowledgementPhrase[] Phrases =
    [
        .. Enum.GetValues<AcknowledgementAct>().Where(act => act != AcknowledgementAct.None).SelectMany(act => new[]
        {
            Some.Phrase($"{act}-plain", act, $"Plain {act} words."),
            Some.Phrase($"{act}-glad", act, $"Glad {act} words! 🙂"),
            Some.Phrase($"{act}-long", act, $"Long {act} {string.Join(' ', Enumerable.Repeat("words", 25))}."),
            Some.Phrase($"{act}-thing", act, $"As to {{thing}}, {act}.", "thing"),
            Some.Phrase($"{act}-span", act, $"Waiting {{span}} is {act}.", "span"),
            Some.Phrase($"{act}-count", act, $"This is {{count}}, {act}.", "count"),
            Some.Phrase($"{act}-both", act, $"Waiting {{span}} for {{thing}}, {act}.", "thing", "span"),
        }),
    ];

    private static readonly Lazy<IReadOnlyList<IReadOnlyList<Played>>> Made = new(() =>
    [
        .. Gen.Choose(0, int.MaxValue - 1).ArrayOf(12).Sample(Many, new Rnd(20260302), 12)
            .Select((chances, number) => Play(chances, number % 3 == 0 ? 12 : 1 + (number % 11))),
    ]);

    public static IReadOnlyList<IReadOnlyList<Played>> All => Made.Value;

    /// <summary>The phrases that would have named something in this turn and could still be said.</summary>
    public static IEnumerable<AcknowledgementPhrase> NamingLeft(Played turn) => Phrases.Where(phrase => phrase.Act == turn.Plan.Act
        && phrase.Names.Count > 0 && phrase.Names.All(turn.Plan.Mention.Has) && !turn.Before.Acknowledgements.HasSaid(phrase.Id)
        && AcknowledgementHistory.Opening(Render(phrase.Template, turn.Plan.Mention)) != turn.Before.Acknowledgements.LastOpening);

    private static List<Played> Play(int[] chances, int turns)
    {
        var conversation = Some.Conversation();
        var played = new List<Played>();
        foreach (var (chance, number) in chances.Take(turns).Select((chance, number) => (chance, number)))
        {
            var dice = new Random(chance);
            conversation = Between(conversation, dice, number);
            var turn = Turn(conversation, dice, number);
            var lastBefore = conversation.Last;
            conversation = conversation.Hearing(turn);
            var step = dice.Next(2) == 0 ? TurnPolicy.Decide(conversation, turn).Step : Steps[dice.Next(Steps.Length)];
            var plan = AcknowledgementPolicy.Decide(conversation, turn, step);
            var said = AcknowledgementChooser.Choose(
                plan, turn.Reading, Phrases, conversation.Acknowledgements, template => Render(template, plan.Mention), chance);
            var before = conversation;
            conversation = conversation.Apply(
                new Acknowledged(turn.Id, turn.At, said.Act, said.Reason, said.PhraseId, said.Text, plan.Incident));
            if (step is DropSympathy)
                conversation = conversation.Apply(new SympathySkipped(turn.Id, turn.At));
            if (step is TakeCorrection && lastBefore is { } last)
                conversation = conversation.Apply(new ReadingCorrected(turn.Id, turn.At, last.Reading.Primary));
            played.Add(new(before, turn, step, plan, said, Phrases.FirstOrDefault(phrase => phrase.Id == said.PhraseId), conversation, lastBefore));
        }

        return played;
    }

    private static Conversation Between(Conversation conversation, Random dice, int number) => dice.Next(18) switch
    {
        0 => conversation.Apply(new BotFailed($"t{number}", Some.Time, "store")),
        1 => conversation.Apply(new ArticleTold($"t{number}", Some.Time, "a", "returns")),
        2 => conversation.Apply(new MatterSolved($"t{number}", Some.Time)),
        3 => conversation.Apply(new NotUnderstood($"t{number}", Some.Time)),
        4 when dice.Next(3) == 0 => conversation.Apply(new ReadingSwitched($"t{number}", Some.Time, dice.Next(2) == 0)),
        5 when dice.Next(3) == 0 => conversation.Apply(new SympathySkipped($"t{number}", Some.Time)),
        6 when dice.Next(2) == 0 => conversation.Apply(
            new HandoffMoved($"t{number}", Some.Time, "k", dice.Next(2) == 0 ? HandoffState.Accepted : HandoffState.Closed, HandoffReason.AskedForPerson, "Ann")),
        7 => conversation.Apply(new ProcedureStarted($"t{number}", Some.Time, "p", "order status")),
        _ => conversation,
    };

    private static Turn Turn(Conversation conversation, Random dice, int number)
    {
        var emotion = (Emotion)dice.Next(10);
        var reading = new EmotionReading(
            emotion, null, emotion == Emotion.Neutral ? 0 : Math.Round(0.2 + (0.8 * dice.NextDouble()), 2), 0,
            dice.Next(6) == 0 ? 0.3 : 0.8, (EmotionTarget)dice.Next(8), dice.Next(4) == 0 ? [] : [new(0, 1, "x")], "lexicon");
        return new()
        {
            Id = $"t{number}",
            At = Some.Time.AddMinutes(number),
            Words = ShippedWords.English,
            Text = Texts[dice.Next(Texts.Length)],
            Reading = conversation.ReadingOff || dice.Next(12) == 0 ? null : reading,
            Signals = new()
            {
                AtRisk = dice.Next(30) == 0,
                WantsHuman = dice.Next(15) == 0,
                Repeat = dice.Next(5) == 0,
                Language = dice.Next(10) == 0 ? "de" : "en",
            },
            Request = dice.Next(4) == 0 ? (CustomerRequest)dice.Next(Enum.GetValues<CustomerRequest>().Length) : CustomerRequest.None,
        };
    }

    private static string Render(string template, ConcreteMention mention) => template
        .Replace("{thing}", mention.Thing, StringComparison.Ordinal)
        .Replace("{span}", mention.Span, StringComparison.Ordinal)
        .Replace("{count}", mention.Count, StringComparison.Ordinal);
}
