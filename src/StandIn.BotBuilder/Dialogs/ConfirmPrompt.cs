using StandIn.Bot.Builder.Dialogs.Choices;

namespace StandIn.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly IReadOnlyDictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
        _choiceDefaults = PromptCultures.ConfirmDefaults;
    }

    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, validator, defaultLocale)
    {
        _choiceDefaults = choiceDefaults;
    }

    public ListStyle Style { get; set; }

    public string DefaultLocale { get; set; }

    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var activity = turnContext.Activity;
        var defaults = _choiceDefaults[CultureOf(activity)];
        var prompt = AppendChoices(
            isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt,
            activity.ChannelId,
            ChoicesOf(defaults),
            options.Style ?? Style,
            ChoiceOptions ?? defaults.Options,
            activity.Conversation?.ConversationType,
            activity.From?.Id is { } user ? [user] : null,
            cancellationToken);
        await turnContext.SendActivityAsync(prompt, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
        {
            return Task.FromResult(result);
        }

        var culture = CultureOf(activity);
        var answer = YesNoWords.Recognize(activity.Text, culture) ?? RecognizeChoice(activity.Text, _choiceDefaults[culture]);
        result.Succeeded = answer.HasValue;
        result.Value = answer ?? default;
        return Task.FromResult(result);
    }

    // The choices were numbered, so "1" and "2" are answers; the choices' own words are too.
    private bool? RecognizeChoice(string utterance, (Choice Yes, Choice No, ChoiceFactoryOptions Options) defaults)
    {
        if ((ChoiceOptions ?? defaults.Options).IncludeNumbers == false)
        {
            return null;
        }

        var found = ChoiceRecognizers.RecognizeChoices(utterance, ChoicesOf(defaults));
        return found.Count > 0 ? found[0].Resolution.Index == 0 : null;
    }

    private List<Choice> ChoicesOf((Choice Yes, Choice No, ChoiceFactoryOptions Options) defaults) =>
        ConfirmChoices == null ? [defaults.Yes, defaults.No] : [ConfirmChoices.Item1, ConfirmChoices.Item2];

    private string CultureOf(Activity activity)
    {
        var culture = PromptCultures.Nearest(activity.Locale ?? DefaultLocale ?? PromptCultures.English);
        return !string.IsNullOrEmpty(culture) && _choiceDefaults.ContainsKey(culture) ? culture : PromptCultures.English;
    }
}
