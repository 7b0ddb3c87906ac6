namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>Finds out which of several choices a text means.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, choices.Select(choice => new Choice { Value = choice }).ToList(), options);

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        utterance ??= string.Empty;

        // One way at a time: "the first division book" names a book and is not also an ordinal.
        var found = Find.FindChoices(utterance, list, options);
        if (found.Count > 0)
        {
            return found;
        }

        var locale = options?.Locale ?? "en-us";
        var numbers = options?.RecognizeOrdinals != false ? NumberWords.Ordinals(utterance, locale, list.Count) : [];
        if (numbers.Count == 0 && options?.RecognizeNumbers != false)
        {
            numbers = NumberWords.Cardinals(utterance, locale);
        }

        return numbers
            .Where(number => number.Resolution >= 1 && number.Resolution <= list.Count)
            .OrderBy(number => number.Start)
            .Select(number => new ModelResult<FoundChoice>
            {
                Start = number.Start,
                End = number.End,
                TypeName = "choice",
                Text = number.Text,
                Resolution = new FoundChoice { Value = list[number.Resolution - 1].Value, Index = number.Resolution - 1, Score = 1.0f },
            })
            .ToList();
    }
}
