using System.Text;

namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>Messages that offer choices.</summary>
public class ChoiceFactory
{
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        ForChannel(channelId, list, text, speak, options, null, null);

    /// <summary>Offers choices in the way that suits the channel: as buttons when it can and the titles are short, else in words.</summary>
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null, string conversationType = default, IList<string> toList = default)
    {
        channelId ??= string.Empty;
        list ??= [];

        var longestTitle = list.Select(choice => string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value.Length : choice.Action.Title.Length).DefaultIfEmpty().Max();
        if (longestTitle > ChannelAbilities.MaxActionTitleLength)
        {
            return List(list, text, speak, options);
        }

        if (ChannelAbilities.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (ChannelAbilities.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var includeNumbers = options?.IncludeNumbers ?? true;
        var sentence = new StringBuilder(text).Append(' ');
        for (var index = 0; index < choices.Count; index++)
        {
            if (index > 0)
            {
                sentence.Append(Connector(index));
            }

            if (includeNumbers)
            {
                sentence.Append('(').Append(index + 1).Append(") ");
            }

            sentence.Append(Title(choices[index]));
        }

        return MessageFactory.Text(sentence.ToString(), speak, InputHints.ExpectingInput);

        string Connector(int index)
        {
            if (index < choices.Count - 1)
            {
                return options?.InlineSeparator ?? ", ";
            }

            return index == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        }
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null) =>
        List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        var includeNumbers = options?.IncludeNumbers ?? true;
        var items = (choices ?? []).Select((choice, index) => (includeNumbers ? $"{index + 1}. " : "- ") + Title(choice));
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", items)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null) =>
        SuggestedAction(ToChoices(choices), text, speak, null);

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = default) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null) =>
        SuggestedAction(choices, text, speak, null);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default) =>
        MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null) =>
        MessageFactory.Attachment([new HeroCard(text: text, buttons: Actions(choices)).ToAttachment()], null, speak, InputHints.ExpectingInput);

    public static IList<Choice> ToChoices(IList<string> choices) =>
        choices == null ? new List<Choice>() : choices.Select(choice => new Choice { Value = choice }).ToList();

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static List<CardAction> Actions(IList<Choice> choices) =>
        (choices ?? []).Select(choice => choice.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = choice.Value, Title = choice.Value }).ToList();
}
