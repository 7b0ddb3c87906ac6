namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>Looks for choices in a text by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, choices.Select(choice => new Choice { Value = choice }).ToList(), options);
    }

    public static List<ModelResult<FoundChoice>> FindChoices(string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);

        var values = new List<SortedValue>();
        for (var index = 0; index < choices.Count; index++)
        {
            var choice = choices[index];
            if (choice.Value != null && options?.NoValue != true)
            {
                values.Add(new SortedValue { Value = choice.Value, Index = index });
            }

            if (choice.Action?.Title != null && options?.NoAction != true)
            {
                values.Add(new SortedValue { Value = choice.Action.Title, Index = index });
            }

            foreach (var synonym in choice.Synonyms ?? [])
            {
                values.Add(new SortedValue { Value = synonym, Index = index });
            }
        }

        return FindValues(utterance, values, options).ConvertAll(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Text = found.Text,
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        });
    }

    public static List<ModelResult<FoundValue>> FindValues(string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        var exact = values.Find(value => value.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase));
        if (exact != null)
        {
            return [Result(exact, 0, utterance.Length - 1, 1, utterance)];
        }

        options ??= new FindValuesOptions();
        var tokenizer = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var words = tokenizer(utterance, options.Locale);

        // The longest values first, so that "red wine" wins over "red"; the same value may occur more than once.
        values.Sort((one, other) => other.Value.Length - one.Value.Length);
        var matches = new List<ModelResult<FoundValue>>();
        foreach (var value in values)
        {
            var searched = tokenizer(value.Value.Trim(), options.Locale);
            var start = 0;
            while (start < words.Count && Match(words, searched, value, start, options) is { } match)
            {
                matches.Add(match);
                start = match.End + 1;
            }
        }

        return WithoutOverlaps(utterance, words, matches.OrderByDescending(match => match.Resolution.Score));
    }

    /// <summary>Matches the words of a value in their order, over gaps of at most the allowed distance.</summary>
    private static ModelResult<FoundValue> Match(List<Token> words, List<Token> searched, SortedValue value, int from, FindValuesOptions options)
    {
        var maxDistance = options.MaxTokenDistance ?? 2;
        var (matched, skipped, start, end) = (0, 0, -1, -1);
        foreach (var word in searched)
        {
            var position = words.FindIndex(Math.Min(from, words.Count), candidate => candidate.Normalized == word.Normalized);
            var distance = matched > 0 ? position - from : 0;
            if (position < 0 || distance > maxDistance)
            {
                continue;
            }

            matched++;
            skipped += distance;
            from = position + 1;
            start = start < 0 ? position : start;
            end = position;
        }

        if (matched == 0 || (matched < searched.Count && !options.AllowPartialMatches))
        {
            return null;
        }

        // A partial match is reported, but worth nothing.
        var completeness = matched / searched.Count;
        var accuracy = (float)matched / (matched + skipped);
        return Result(value, start, end, completeness * accuracy, null);
    }

    private static List<ModelResult<FoundValue>> WithoutOverlaps(string utterance, List<Token> words, IEnumerable<ModelResult<FoundValue>> matches)
    {
        var results = new List<ModelResult<FoundValue>>();
        var foundIndexes = new HashSet<int>();
        var usedWords = new HashSet<int>();
        foreach (var match in matches)
        {
            var span = Enumerable.Range(match.Start, match.End - match.Start + 1).ToList();
            if (foundIndexes.Contains(match.Resolution.Index) || span.Exists(usedWords.Contains))
            {
                continue;
            }

            foundIndexes.Add(match.Resolution.Index);
            usedWords.UnionWith(span);
            match.Start = words[match.Start].Start;
            match.End = words[match.End].End;
            match.Text = utterance[match.Start..(match.End + 1)];
            results.Add(match);
        }

        return results.OrderBy(result => result.Start).ToList();
    }

    private static ModelResult<FoundValue> Result(SortedValue value, int start, int end, float score, string text) => new()
    {
        Text = text,
        Start = start,
        End = end,
        TypeName = "value",
        Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = score },
    };
}
