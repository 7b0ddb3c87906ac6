using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Dialogs;

/// <summary>
/// Interprets a procedure of the content with the SDK's waterfall and prompt: each step of the file is a step of the
/// waterfall, passed over when its condition does not hold. What it gathers stands in the waterfall's values.
/// </summary>
internal sealed class ProcedureDialog : ComponentDialog
{
    private const string AskPrompt = "ask";
    private const string GaveUp = "\u0000";

    private readonly Procedure procedure;
    private readonly string text;
    private readonly IBackOffice backOffice;
    private readonly TurnUnitOfWork work;

    public ProcedureDialog(Procedure procedure, string text, IBackOffice backOffice, TurnUnitOfWork work)
        : base(procedure.Id)
    {
        (this.procedure, this.text, this.backOffice, this.work) = (procedure, text, backOffice, work);
        AddDialog(new WaterfallDialog("steps", Enumerable.Repeat<WaterfallStep>(TakeAsync, procedure.Steps.Count)));
        AddDialog(new TextPrompt(AskPrompt, ValidateAsync));
        InitialDialogId = "steps";
    }

    /// <summary>What the dialog is begun with: the fingerprint tells later whether its steps are still the same.</summary>
    public static Dictionary<string, object> Options(Procedure procedure) => new() { ["fingerprint"] = procedure.Fingerprint };

    /// <summary>True when the stack stands in this procedure with these steps.</summary>
    public static bool StandsIn(DialogContext context, Procedure procedure) =>
        context.ActiveDialog is { } active && active.Id == procedure.Id
        && active.State.TryGetValue("dialogs", out var inner) && inner is DialogState { DialogStack: { } stack }
        && stack.FirstOrDefault(instance => instance.Id == "steps") is { } steps
        && steps.State.TryGetValue("options", out var options)
        && options is IDictionary<string, object> map && map.TryGetValue("fingerprint", out var fingerprint)
        && fingerprint as string == procedure.Fingerprint;

    private async Task<DialogTurnResult> TakeAsync(WaterfallStepContext context, CancellationToken cancellationToken)
    {
        var index = context.Index;
        var step = procedure.Steps[index];
        if (index == 0)
            KnowFromBefore(context.Values!);
        if (context.Result is string answer && index > 0 && procedure.Steps[index - 1] is AskStep asked)
        {
            if (answer == GaveUp)
            {
                await context.Context.SendActivityAsync(work.Message(ContentMessages.ProcedureGivenUp), cancellationToken: cancellationToken);
                return await context.EndDialogAsync(ProcedureOutcome.NeedsPerson, cancellationToken);
            }

            Keep(asked, answer, context.Values!);
        }

        if (step.When is { } when && !when.Holds(AsReadOnly(context.Values!)))
            return await context.NextAsync(null, cancellationToken);

        return step switch
        {
            AskStep ask => await AskAsync(ask, index, context, cancellationToken),
            CallStep call => await CallAsync(call, context, cancellationToken),
            TellStep tell => await TellAsync(tell, context, cancellationToken),
            AmendsStep amends => await WeighAsync(amends, context, cancellationToken),
            EndStep end => await context.EndDialogAsync(end.Outcome, cancellationToken),
            _ => throw new InvalidOperationException($"Step \"{step.Id}\" is of a kind that procedures do not have."),
        };
    }

    /// <summary>Facts of this conversation, and what the message that started it already says, are not asked again.</summary>
    private void KnowFromBefore(IDictionary<string, object?> values)
    {
        foreach (var (name, value) in work.Conversation.Episode.Facts)
            values.TryAdd(name, value);
        foreach (var ask in procedure.Steps.OfType<AskStep>())
        {
            var found = ask.Kind switch
            {
                AskKind.OrderNumber => AnswerCheck.OrderNumber(text),
                AskKind.EmailOrPostcode => AnswerCheck.Email(text),
                AskKind.Code => AnswerCheck.Code(text),
                _ => null,
            };
            if (found is not null)
                Keep(ask, found, values);
        }
    }

    private async Task<DialogTurnResult> AskAsync(AskStep ask, int index, WaterfallStepContext context, CancellationToken cancellationToken)
    {
        // A later question for the same thing is asked because the first answer did not do: it is asked even though known.
        var isFirstFor = !procedure.Steps.Take(index).OfType<AskStep>().Any(earlier => earlier.SaveAs == ask.SaveAs);
        if (isFirstFor && !string.IsNullOrEmpty(Variables.Find(AsReadOnly(context.Values!), ask.SaveAs)))
            return await context.NextAsync(null, cancellationToken);

        var prompt = MessageFactory.Text(Render(ask.Question, context.Values!));
        var answers = ask.Kind switch
        {
            AskKind.Confirm => [work.Message(ContentMessages.AnswerYes), work.Message(ContentMessages.AnswerNo)],
            AskKind.Choice => ask.Choices,
            _ => [],
        };
        if (answers.Count > 0)
            prompt.SuggestedActions = new SuggestedActions { Actions = [.. answers.Select(answer => new CardAction(ActionTypes.ImBack, answer, value: answer))] };
        var options = new PromptOptions
        {
            Prompt = prompt,
            RetryPrompt = MessageFactory.Text(Render(ask.Retry, context.Values!)),
            Validations = ask.Id,
        };
        return await context.PromptAsync(AskPrompt, options, cancellationToken);
    }

    private Task<bool> ValidateAsync(PromptValidatorContext<string> context, CancellationToken cancellationToken)
    {
        var ask = procedure.Steps.OfType<AskStep>().First(step => step.Id == (string)context.Options.Validations);
        var said = context.Recognized.Value ?? "";
        var request = work.Content.FindRequest(said, work.Locale);
        var answer = AnswerCheck.Take(ask, said, work.Content.Words(work.Locale).Answers, request);
        if (ask.MayLack && (answer is null || ask.Kind == AskKind.Text) && request == CustomerRequest.DoesNotHave)
            answer = AskStep.Lacking;
        if (answer is not null)
        {
            context.Recognized.Value = answer;
            return Task.FromResult(true);
        }

        if (context.AttemptCount < ask.Tries)
            return Task.FromResult(false);
        context.Recognized.Value = GaveUp;
        return Task.FromResult(true);
    }

    private async Task<DialogTurnResult> CallAsync(CallStep call, WaterfallStepContext context, CancellationToken cancellationToken)
    {
        if (call.ProvesOwnership && work.Conversation.OwnershipRefusals >= Conversation.OwnershipTries)
            return await context.EndDialogAsync(ProcedureOutcome.NeedsPerson, cancellationToken);

        await context.Context.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellationToken);
        // What is asked of the systems is written as they write it, not as customers read it.
        var arguments = call.Arguments.ToDictionary(argument => argument.Key, argument => work.Content.Render(argument.Value, AsReadOnly(context.Values!)));
        var answer = await backOffice.CallAsync(
            new BackOfficeCall(call.Operation, arguments, $"{work.Conversation.Id}:{work.TurnId}:{procedure.Id}:{call.Id}"), cancellationToken);

        work.Happened(new BackOfficeCalled(work.TurnId, work.At, call.Operation, answer.Outcome));
        if (call.ProvesOwnership && answer.Outcome == BackOfficeOutcome.Ok)
            work.Happened(new OwnershipProven(work.TurnId, work.At, arguments.GetValueOrDefault("order_number", "")));
        if (call.ProvesOwnership && answer.Outcome == BackOfficeOutcome.NotFound)
            work.Happened(new OwnershipRefused(work.TurnId, work.At));

        var kept = new Dictionary<string, object?>(answer.Data) { ["outcome"] = OutcomeCode(answer.Outcome) };
        context.Values[call.SaveAs] = kept;
        return await context.NextAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> TellAsync(TellStep tell, WaterfallStepContext context, CancellationToken cancellationToken)
    {
        var message = MessageFactory.Text(Render(tell.Text, context.Values!));
        if (tell.Card is { } card)
            message.Attachments = [AdaptiveCard.Fill(card, text => Render(text, context.Values!))];
        await context.Context.SendActivityAsync(message, cancellationToken);
        if (tell.Settles is { } outcome && procedure.Steps.OfType<AmendsStep>().LastOrDefault(step => context.Values.ContainsKey(step.SaveAs)) is { } weighed)
            Amends.Settle(weighed, outcome, AsReadOnly(context.Values!), work);
        if (tell.Promise is { } promise)
            work.Happened(new PromiseMade(work.TurnId, work.At, Render(promise, context.Values!)));
        return await context.NextAsync(null, cancellationToken);
    }

    private Task<DialogTurnResult> WeighAsync(AmendsStep amends, WaterfallStepContext context, CancellationToken cancellationToken)
    {
        context.Values[amends.SaveAs] = Amends.Weigh(amends, AsReadOnly(context.Values!), work);
        return context.NextAsync(null, cancellationToken);
    }

    private void Keep(AskStep asked, string answer, IDictionary<string, object?> values)
    {
        values[asked.SaveAs] = answer;
        if (asked.Fact && answer != AskStep.Lacking)
            work.Happened(new FactCollected(work.TurnId, work.At, asked.SaveAs, answer));
    }

    private string Render(string template, IDictionary<string, object?> values) => work.Render(template, AsReadOnly(values));

    private static Dictionary<string, object?> AsReadOnly(IDictionary<string, object?> values) => new(values);

    private static string OutcomeCode(BackOfficeOutcome outcome) => outcome switch
    {
        BackOfficeOutcome.Ok => "ok",
        BackOfficeOutcome.NotFound => "not_found",
        BackOfficeOutcome.Refused => "refused",
        _ => "unavailable",
    };
}
