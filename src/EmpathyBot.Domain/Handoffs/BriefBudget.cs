namespace EmpathyBot.Domain.Handoffs;

/// <summary>Keeps a brief readable in twenty seconds: what matters least is left out first.</summary>
internal static class BriefBudget
{
    /// <summary>At most so many words stand above the transcript.</summary>
    public const int Words = 150;

    /// <summary>The brief within its budget. Headline, summary, reply and tone are always there; then facts and promises first.</summary>
    public static HandoffBrief Fit(HandoffBrief brief)
    {
        var left = Words - Count(brief with
        {
            DoNotAskAgain = [], Promised = [], Details = [], OpenQuestion = null, Tried = [], Acknowledged = [], Earlier = [],
        });
        var facts = Take(brief.DoNotAskAgain, fact => $"{fact.Name} {fact.Value}", ref left);
        var promised = Take(brief.Promised, sentence => sentence.Text, ref left);
        var told = Salience.ContentWords(string.Join(' ', brief.Summary.Prepend(brief.Headline).Concat(promised).Select(sentence => sentence.Text)));
        IReadOnlyList<BriefSentence> questions = brief.OpenQuestion is { } question ? [question] : [];
        // Of what was tried the latest tells most. What headline and summary tell already, tried or asked, gives way to the rest.
        var steps = brief.Tried.Where(sentence => !IsTold(sentence.Text, told)).Reverse().ToList();
        var details = Take([.. brief.Details.Take(First)], sentence => sentence.Text, ref left);
        var tried = Take([.. steps.Take(1)], sentence => sentence.Text, ref left);
        var open = Take([.. questions.Where(sentence => !IsTold(sentence.Text, told))], sentence => sentence.Text, ref left);
        details.AddRange(Take([.. brief.Details.Skip(First)], sentence => sentence.Text, ref left));
        var earlier = Take(brief.Earlier, sentence => sentence.Text, ref left);
        tried.AddRange(Take([.. steps.Skip(1), .. brief.Tried.Reverse().Where(sentence => IsTold(sentence.Text, told))], sentence => sentence.Text, ref left));
        if (open.Count == 0)
            open = Take(questions, sentence => sentence.Text, ref left);
        var acknowledged = Take(brief.Acknowledged.Reverse().ToList(), sentence => sentence.Text, ref left);
        return brief with
        {
            DoNotAskAgain = facts,
            Earlier = earlier,
            Details = details,
            Promised = promised,
            OpenQuestion = open is [var kept] ? kept : null,
            Tried = [.. brief.Tried.Where(tried.Contains)],
            Acknowledged = [.. Enumerable.Reverse(acknowledged)],
        };
    }

    /// <summary>All words of the brief that stand above the transcript.</summary>
    public static int Count(HandoffBrief brief)
    {
        IEnumerable<string> texts =
        [
            brief.Headline.Text, .. brief.Summary.Select(sentence => sentence.Text), .. brief.Tried.Select(sentence => sentence.Text),
            .. brief.DoNotAskAgain.Select(fact => $"{fact.Name} {fact.Value}"), .. brief.Acknowledged.Select(sentence => sentence.Text),
            .. brief.Promised.Select(sentence => sentence.Text), brief.OpenQuestion?.Text ?? "", brief.SuggestedReply, brief.Tone,
            .. brief.Details.Select(sentence => sentence.Text), .. brief.Earlier.Select(sentence => sentence.Text), brief.EmotionNow?.Quote ?? "", brief.EmotionPeak == brief.EmotionNow ? "" : brief.EmotionPeak?.Quote ?? "", brief.Customer.Name ?? "",
        ];
        return texts.Sum(Sentences.WordCount);
    }

    /// <summary>So many details go before anything else that is not yet told.</summary>
    private const int First = 2;

    private static bool IsTold(string text, IReadOnlySet<string> told)
    {
        var content = Salience.ContentWords(text);
        return content.Count == 0 || content.Count(told.Contains) > 0.7 * content.Count;
    }

    private static List<T> Take<T>(IReadOnlyList<T> items, Func<T, string> text, ref int left)
    {
        var taken = new List<T>();
        foreach (var item in items)
        {
            var words = Sentences.WordCount(text(item));
            if (words > left)
                continue;
            left -= words;
            taken.Add(item);
        }

        return taken;
    }
}
