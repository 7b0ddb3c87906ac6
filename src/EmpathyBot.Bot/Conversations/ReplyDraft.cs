using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// What a turn will say, collected while its steps are taken and composed once at the end: the acknowledgement first,
/// then the step, as one message that reads as written by one person.
/// </summary>
internal sealed class ReplyDraft(Activity inbound)
{
    private readonly List<string> parts = [];
    private readonly List<Activity> events = [];
    private readonly List<Attachment> cards = [];
    private string? acknowledgement;
    private IReadOnlyList<string> suggestions = [];

    /// <summary>Chooses the words of the acknowledgement and records the decision, "none" included.</summary>
    public void Acknowledge(TurnUnitOfWork work, TurnDecision decision, Turn turn)
    {
        var plan = decision.Acknowledgement;
        var variables = new Dictionary<string, object?>(plan.Mention.ToVariables()) { ["helpLine"] = work.HelpLine };
        var chosen = AcknowledgementChooser.Choose(
            plan, turn.Reading, work.Content.Phrases(work.Locale), work.Conversation.Acknowledgements,
            template => work.Render(template, variables), work.Seed, ReturningCustomer.PhrasesHeard(work.Conversation, turn));
        acknowledgement = chosen.Text;
        work.Happened(new Acknowledged(work.TurnId, work.At, chosen.Act, chosen.Reason, chosen.PhraseId, chosen.Text, plan.Incident));
    }

    /// <summary>True when the reply begins with an acknowledgement.</summary>
    public bool HasAcknowledgement => !string.IsNullOrEmpty(acknowledgement);

    /// <summary>True while no step has found words: no customer is left without an answer.</summary>
    public bool SaysNothing => parts.Count == 0;

    /// <summary>Adds a sentence or more of the step.</summary>
    public void Say(string text) => parts.Add(text.Trim());

    /// <summary>Offers answers to take with one press; a later call replaces an earlier one.</summary>
    public void Suggest(params IReadOnlyList<string> answers) => suggestions = answers;

    /// <summary>Offers one more answer beside those offered already.</summary>
    public void SuggestToo(string answer) => suggestions = [.. suggestions, answer];

    /// <summary>Adds a card that follows the message; the message alone says all that matters.</summary>
    public void Show(Attachment card) => cards.Add(card);

    /// <summary>Adds an event activity that follows the message.</summary>
    public void AddEvent(Activity activity) => events.Add(activity);

    /// <summary>Writes the composed reply into the unit of work.</summary>
    public void ComposeInto(TurnUnitOfWork work)
    {
        var text = Compose();
        if (text.Length > 0)
        {
            Activity reply = null!;
            foreach (var part in work.Stored.IsCalled ? MessageParts.Of(text) : [text])
            {
                reply = Reply(work, part);
                work.Replies.Add(reply);
            }

            if (cards.Count > 0)
            {
                // A bubble of its own, so that a channel which cannot show it loses nothing of what was said.
                reply = Reply(work, null);
                reply.Attachments = cards;
                work.Replies.Add(reply);
            }

            if (suggestions.Count > 0)
            {
                reply.SuggestedActions = new SuggestedActions
                {
                    Actions = [.. suggestions.Select(answer => new CardAction(ActionTypes.ImBack, answer, value: answer))],
                };
            }

            work.Happened(new BotSaid(work.TurnId, work.At, text));
        }

        foreach (var follow in events)
        {
            follow.ApplyConversationReference(inbound.GetConversationReference());
            follow.ReplyToId = inbound.Id;
            work.Replies.Add(follow);
        }
    }

    private Activity Reply(TurnUnitOfWork work, string? text)
    {
        var reply = inbound.CreateReply(text);
        reply.Id = WireActivity.NewId(work.Conversation.Id);
        reply.Timestamp = work.At;
        reply.TextFormat = TextFormatTypes.Markdown;
        reply.Locale = work.ReplyLocale;
        reply.InputHint = InputHints.ExpectingInput;
        return reply;
    }

    // A short acknowledgement runs on into the step; a step that begins with a list keeps its own line.
    private string Compose()
    {
        var step = string.Join("\n\n", parts.Where(part => part.Length > 0));
        if (string.IsNullOrEmpty(acknowledgement))
            return step;
        if (step.Length == 0)
            return acknowledgement;
        var runsOn = char.IsLetter(step[0]) || step[0] is '¿' or '¡' or '"';
        return acknowledgement + (runsOn ? " " : "\n\n") + step;
    }
}
