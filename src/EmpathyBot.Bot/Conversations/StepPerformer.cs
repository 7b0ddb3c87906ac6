using EmpathyBot.Bot.Customers;
using EmpathyBot.Bot.Dialogs;
using EmpathyBot.Bot.Handoffs;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Conversations;

/// <summary>Carries out the step a policy decided on. Decides nothing itself.</summary>
internal sealed class StepPerformer(ProcedureRunner procedures, HandoffOpener handoffs, MemoryControl memory)
{
    public async Task PerformAsync(
        TurnDecision decision, Turn turn, ReplyDraft reply, ITurnContext turnContext, TurnUnitOfWork work, CancellationToken cancellationToken)
    {
        switch (decision.Step)
        {
            case TellArticle step:
                TellArticle(step, reply, work);
                await procedures.RemindAsync(reply, turnContext, work, cancellationToken);
                break;
            case StartProcedure step:
                await procedures.StartAsync(step, turn, reply, turnContext, work, cancellationToken);
                break;
            case BeginWith step:
                reply.Say(work.Message(ContentMessages.SeveralNamed, new Dictionary<string, object?>
                {
                    ["first"] = step.First.Title,
                    ["others"] = string.Join(", ", step.Others.Select(matter => matter.Title)),
                }));
                work.Happened(new MattersPutOff(work.TurnId, work.At, step.Others));
                await PerformAsync(decision with { Step = step.FirstStep }, turn, reply, turnContext, work, cancellationToken);
                break;
            case TakeUp step:
                work.Happened(new MatterTakenUp(work.TurnId, work.At, step.Matter));
                reply.Say(work.Message(ContentMessages.AlsoAsked, With("title", step.Matter.Title)));
                await PerformAsync(decision with { Step = step.OwnStep }, turn, reply, turnContext, work, cancellationToken);
                break;
            case ContinueProcedure:
                await procedures.ContinueAsync(turn, reply, turnContext, work, cancellationToken);
                break;
            case LeaveProcedure:
                reply.Say(work.Message(ContentMessages.ProcedureLeft, With("title", ProcedureRunner.Leave(work))));
                break;
            case AskWhich step:
                AskWhich(step.Choices, reply, work);
                break;
            case AskToRephrase:
                work.Happened(new NotUnderstood(work.TurnId, work.At));
                // Whoever wrote whole sentences was clear enough: what is missing is ours, and said so.
                reply.Say(work.Message(IsShort(turn) ? ContentMessages.AskRephrase : ContentMessages.AskTopic));
                if (!IsShort(turn))
                    reply.Suggest(work.Message(ContentMessages.AnswerPerson));
                break;
            case AskWhatHappened:
                reply.Say(work.Message(IsShort(turn) ? ContentMessages.AskWhatHappened : ContentMessages.AskWhatWouldHelp));
                if (!IsShort(turn))
                    reply.Suggest(work.Message(ContentMessages.AnswerPerson));
                break;
            case OfferPerson step:
                Offer(step.Reason, reply, work);
                break;
            case SayLanguages:
                reply.Say(work.Message(ContentMessages.OtherLanguageAgain));
                reply.Suggest(work.Message(ContentMessages.AnswerPerson));
                break;
            case HandOver step:
                await handoffs.OpenAsync(step.Reason, reply, work, cancellationToken);
                break;
            case SayWaiting:
                await handoffs.SayWaitingAsync(reply, work, cancellationToken);
                break;
            case GoPrivate { AtRisk: true }:
                reply.Say(work.Message(ContentMessages.GoPrivateAtRisk, With("helpLine", work.HelpLine)));
                break;
            case AskContact step:
                await handoffs.AskContactAsync(step.Again, reply, work, cancellationToken);
                break;
            case TakeCallback step:
                await handoffs.TakeCallbackAsync(step.Contact, reply, work, cancellationToken);
                break;
            case DeclineCallback:
                await handoffs.DeclineCallbackAsync(reply, work, cancellationToken);
                break;
            case LeaveQueue:
                await handoffs.LeaveQueueAsync(reply, work, cancellationToken);
                break;
            case AcceptRefusal:
                work.Happened(new PersonDeclined(work.TurnId, work.At));
                reply.Say(work.Message(ContentMessages.OfferDeclined));
                break;
            case ExplainReading or SwitchReading or TakeCorrection or DropSympathy:
                MoodControl.Perform(decision.Step, reply, work);
                // What was asked before stands: the customer need not look for it above.
                await procedures.RemindAsync(reply, turnContext, work, cancellationToken);
                if (decision.Step is SwitchReading { On: false })
                    await handoffs.ForgetMoodAsync(work, cancellationToken);
                break;
            case TellMemory or AskForget or ForgetCustomer or KeepMemory:
                memory.Perform(decision.Step, reply, work);
                break;
            case CloseMatter:
                ProcedureRunner.Leave(work);
                reply.Say(work.Message(work.Conversation.Episode.ProblemOpen && !reply.HasAcknowledgement ? ContentMessages.CloseSolved : ContentMessages.CloseThanks));
                work.Happened(new MatterSolved(work.TurnId, work.At));
                break;
            case OfferNextBest step:
                ClosingQuestions.OfferNextBest(step, reply, work);
                break;
            case TakeFeedback step:
                ClosingQuestions.TakeFeedback(step, turn, reply, work);
                break;
            case EndFeedback:
                ClosingQuestions.EndFeedback(reply, work);
                break;
            default:
                if (PlainMessage(decision.Step) is { } key)
                    reply.Say(work.Message(key));
                break;
        }
    }

    private static string? PlainMessage(Step step) => step switch
    {
        ReturnGreeting => ContentMessages.GreetingBack,
        AdmitNotSolved => ContentMessages.AdmitNotSolved,
        SayCannotRead => ContentMessages.NotRead,
        GoPrivate => ContentMessages.GoPrivate,
        _ => null,
    };

    // Whoever wrote whole sentences has told what it is about.
    private static bool IsShort(Turn turn) => turn.Text.Split(' ', 6).Length < 6;

    private static void AskWhich(IReadOnlyList<ContentCandidate> choices, ReplyDraft reply, TurnUnitOfWork work)
    {
        work.Happened(new ClarificationAsked(work.TurnId, work.At, choices));
        if (choices is [var only])
        {
            reply.Say(work.Message(ContentMessages.AskWhether, With("choice", only.Title)));
            reply.Suggest(work.Message(ContentMessages.AnswerYes), work.Message(ContentMessages.AnswerNo));
            return;
        }

        var titles = choices.Select(choice => choice.Title).ToList();
        reply.Say(work.Message(ContentMessages.AskWhich, new Dictionary<string, object?> { ["choices"] = string.Join(", ", titles[..^1]), ["last"] = titles[^1] }));
        reply.Suggest(titles);
    }

    private static void TellArticle(TellArticle step, ReplyDraft reply, TurnUnitOfWork work)
    {
        var article = work.Content.FindArticle(step.ArticleId, work.Locale)
            ?? throw new InvalidOperationException($"The policy chose article \"{step.ArticleId}\", which the content does not hold.");
        reply.Say(work.Render(article.Body));
        work.Happened(new ArticleTold(work.TurnId, work.At, article.Id, article.Title));
    }

    private static void Offer(HandoffReason reason, ReplyDraft reply, TurnUnitOfWork work)
    {
        if (work.Conversation.Episode.Procedure is not null)
            ProcedureRunner.Leave(work);
        work.Happened(new PersonOffered(work.TurnId, work.At, reason));
        reply.Say(work.Message(ContentMessages.OfferPerson(reason)));
        SuggestAnswers(reply, work);
    }

    /// <summary>Offers a person along with what was done, unless what was done already leads to one.</summary>
    public static void OfferToo(HandoffReason reason, ReplyDraft reply, TurnUnitOfWork work)
    {
        // While a procedure waits for an answer, a second question would leave "yes" without a meaning.
        if (work.Conversation.Episode.Procedure is not null || work.Conversation.Episode.OfferWaiting || work.Conversation.Handoff.TicketId is not null)
            return;
        // Beside a question with choices the person is one choice more: a second question would leave "yes" without a meaning.
        if (!work.Conversation.Episode.Choices.IsEmpty)
        {
            reply.Say(work.Message(ContentMessages.OfferBeside));
            reply.SuggestToo(work.Message(ContentMessages.AnswerPerson));
            return;
        }

        work.Happened(new PersonOffered(work.TurnId, work.At, reason));
        reply.Say(work.Message(ContentMessages.OfferToo));
        SuggestAnswers(reply, work);
    }

    private static void SuggestAnswers(ReplyDraft reply, TurnUnitOfWork work) =>
        reply.Suggest(work.Message(ContentMessages.AnswerYesPerson), work.Message(ContentMessages.AnswerNoThanks));

    private static Dictionary<string, object?> With(string name, object? value) => new() { [name] = value };
}
