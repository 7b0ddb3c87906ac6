namespace EmpathyBot.Simulator.Load;

/// <summary>What became of everything said in one conversation.</summary>
/// <param name="Lost">Messages that were taken and are not shown, or were never answered.</param>
/// <param name="Doubled">Messages and answers that are shown more than once.</param>
/// <param name="OutOfOrder">1 when messages or answers are shown in another order than they were said.</param>
internal sealed record LoadFindings(int Lost, int Doubled, int OutOfOrder)
{
    /// <summary>Compares what the server took with what the customer was shown.</summary>
    /// <param name="taken">The marks of what was taken, in order.</param>
    /// <param name="shown">What was shown, in order.</param>
    /// <param name="isHandedOver">True when a person was called: then not every message need be answered.</param>
    public static LoadFindings Of(IReadOnlyList<string> taken, IReadOnlyList<ShownActivity> shown, bool isHandedOver)
    {
        List<string> own = [.. shown.Select(activity => activity.Mark).OfType<string>()];
        List<ShownActivity> answers = [.. shown.Where(activity => activity.AnswerTo is not null)];
        List<string> answered = [.. answers.Select(answer => answer.AnswerTo!)];

        // A channel that is called back shows nobody their own words.
        var unseen = own.Count == 0 ? 0 : taken.Except(own).Count();
        var unanswered = isHandedOver ? 0 : taken.Except(answered).Count();
        var twice = own.Count - own.Distinct().Count() + answers.Count - answers.DistinctBy(answer => (answer.AnswerTo, answer.Content)).Count();
        var inOrder = IsInOrder(own, taken) && IsInOrder(answered, taken);
        return new(Math.Max(unseen, unanswered), twice, inOrder ? 0 : 1);
    }

    /// <summary>
    /// Compares what came over the stream with what the store has. What the store has after the last that came is not missed: the
    /// customer may have hung up before it.
    /// </summary>
    /// <param name="heard">The ids of what came, in order.</param>
    /// <param name="shown">What the store has, in order.</param>
    public static LoadFindings OfStream(IReadOnlyList<string> heard, IReadOnlyList<ShownActivity> shown)
    {
        List<string> kept = [.. shown.Select(activity => activity.Id).OfType<string>()];
        var lastHeard = kept.FindLastIndex(heard.Contains);
        var skipped = kept.Take(lastHeard + 1).Except(heard).Count();
        var nowhere = heard.Except(kept).Count();
        return new(skipped + nowhere, heard.Count - heard.Distinct().Count(), IsInOrder(heard, kept) ? 0 : 1);
    }

    private static bool IsInOrder(IEnumerable<string> marks, IReadOnlyList<string> taken)
    {
        var place = taken.Distinct().Select((mark, index) => (mark, index)).ToDictionary(one => one.mark, one => one.index);
        var places = marks.Where(place.ContainsKey).Select(mark => place[mark]).ToList();
        return places.SequenceEqual(places.Order());
    }
}
