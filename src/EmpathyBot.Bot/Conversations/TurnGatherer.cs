using System.Globalization;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Reads everything a decision needs, once, before anything is decided.</summary>
internal sealed class TurnGatherer(IEmotionDetector detector)
{
    public async Task<GatheredTurn> GatherAsync(Activity activity, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        var conversation = work.Conversation;
        var text = TextOf(activity);
        var request = work.Content.FindRequest(text, work.Locale);
        // The wish to be read no more holds for the message that says so.
        var readsEmotion = !conversation.ReadingOff && !work.SenderReadingOff && request != CustomerRequest.StopReading;
        var reading = await detector.ReadAsync(
            new MessageToRead(text, conversation.EarlierTurns, readsEmotion) { Expected = ConversationLanguage.CodeOf(work.Locale) },
            cancellationToken);

        // A message may change the language: what it asks for is looked for in its own.
        var locale = ConversationLanguage.After(conversation, reading.Signals.Language, text);
        if (locale != work.Locale)
            request = work.Content.FindRequest(text, locale);
        // Where others read along it only decides whether to answer there, and is gone.
        var emotion = request == CustomerRequest.StopReading || conversation.IsShared ? null : reading.Emotion;
        var words = work.Content.Words(locale);
        var waiting = DialogStack.WaitingStep(work);
        // The button that takes an offer speaks of a person, too, and is an answer.
        var asks = request == CustomerRequest.None && work.Content.AsksForPerson(text, locale);
        var signals = reading.Signals with { WantsHuman = reading.Signals.WantsHuman || asks };
        var match = Match(work, text, locale);
        var turn = new Turn
        {
            Id = work.TurnId,
            At = work.At,
            Text = text,
            Reading = emotion,
            Signals = signals,
            IsPersonal = conversation.IsShared && SharedPlace.IsPersonal(reading.Emotion, signals),
            Match = match,
            PersonRule = work.Content.FindPersonRule(text, locale, match),
            Request = request,
            Choice = ChoiceOf(conversation.Episode, text, request),
            ProcedureWaits = waiting is not null,
            Feedback = conversation.FeedbackWaits == FeedbackWait.None ? FeedbackHeard.Nothing : work.Content.FindFeedback(text, locale),
            Contact = CustomerContact.Find(text),
            Words = words,
            Memory = work.Memory.Before(conversation.Id, work.At),
            NotSpoken = ConversationLanguage.CodeOf(locale) is var code && code == (reading.Signals.Language ?? conversation.LanguageHeard)
                && work.Content.CanSayNotSpoken(code),
            AnswersProcedure = waiting is not null && (AnswerCheck.Fits(waiting, text, words.Answers, request) || IsLackOf(waiting, request)),
        };

        // The record is what agents and auditors read: secrets are masked before they get there.
        var said = new CustomerSaid(work.TurnId, work.At, SecretMask.Mask(text, reading.Secrets).Text, emotion, signals.Names())
        {
            Language = reading.Signals.Language,
            Formal = words.Address.Read(text),
        };
        return new GatheredTurn(turn, said);
    }

    private static ContentMatch Match(TurnUnitOfWork work, string text, string locale)
    {
        using var span = BotTelemetry.Begin("match");
        return work.Content.Match(text, locale, work.Conversation.LastMatter);
    }

    /// <summary>"I don't have it" is about what was asked, whatever else the words may mean.</summary>
    private static bool IsLackOf(AskStep waiting, CustomerRequest request) =>
        request == CustomerRequest.DoesNotHave && waiting.Kind is not (AskKind.Confirm or AskKind.Choice);

    /// <summary>The words of a message; a card's answer counts when it carries a text or a choice.</summary>
    private static string TextOf(Activity activity)
    {
        if (!string.IsNullOrWhiteSpace(activity.Text))
            return activity.Text.Trim();
        return ActivityValue.ReadText(activity.Value)?.Trim() ?? "";
    }

    /// <summary>The choice a message takes: by its title, its number, or "yes" when there is only one.</summary>
    private static ContentCandidate? ChoiceOf(Episode episode, string text, CustomerRequest request)
    {
        if (episode.Choices.IsEmpty)
            return null;
        if (episode.Choices is [var only] && request == CustomerRequest.Yes)
            return only;
        var byTitle = episode.Choices.FirstOrDefault(choice => string.Equals(choice.Title, text, StringComparison.OrdinalIgnoreCase));
        if (byTitle is not null)
            return byTitle;
        return int.TryParse(text.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= episode.Choices.Count
                ? episode.Choices[number - 1]
                : null;
    }
}
