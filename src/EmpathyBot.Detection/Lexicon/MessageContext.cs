using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.Lexicon;

/// <summary>What the turns before say about how to read a message.</summary>
/// <param name="EarlierFeeling">A negative feeling clearly shown in the customer's last two turns, or null.</param>
/// <param name="SaysItAgain">The message repeats one of the customer's own earlier ones.</param>
/// <param name="BadNews">A problem is open and the last thing said was bad news, or the customer was upset.</param>
/// <param name="AlwaysShouts">The customer's earlier turns are in capitals as well: it is how they write.</param>
internal sealed record MessageContext(Emotion? EarlierFeeling, bool SaysItAgain, bool BadNews, bool AlwaysShouts)
{
    private const int FewestWordsToRepeat = 4;
    private const double RepeatedShare = 0.6;
    private const int TurnsRead = 6;
    private const int CharactersRead = 1_000;

    public static MessageContext Of(MessageToRead message, Findings findings, Book book)
    {
        var turns = message.Earlier.TakeLast(TurnsRead).Where(turn => turn?.Text is not null)
            .Select(turn => (turn.Role, Read: new Findings(Shorten(turn.Text), book))).ToList();
        var own = turns.Where(turn => turn.Role == "customer").Select(turn => turn.Read).ToList();
        var earlier = own.TakeLast(2).Reverse().Select(ClearlyNegative).FirstOrDefault(feeling => feeling is not null);
        var lastOther = turns.FindLast(turn => turn.Role != "customer").Read;
        return new(
            earlier,
            own.Exists(turn => Repeats(findings, turn)),
            message.ProblemOpen && (earlier is not null || lastOther is not null && (lastOther.Failures.Count > 0 || Refuses(lastOther))),
            own.Count > 0 && own.TrueForAll(turn => turn.Shape.IsShouted || turn.Shape.Letters < 4));
    }

    private static Emotion? ClearlyNegative(Findings turn)
    {
        if (turn.Language is not (null or "en"))
            return null;
        var evidence = EmotionReader.Gather(turn);
        return Enum.GetValues<Emotion>().Where(emotion => emotion.IsNegative() && evidence[emotion] >= 0.6)
            .OrderByDescending(emotion => evidence[emotion]).Select(emotion => (Emotion?)emotion).FirstOrDefault();
    }

    private static bool Repeats(Findings now, Findings before)
    {
        var (words, earlier) = (Content(now), Content(before));
        if (Math.Min(words.Count, earlier.Count) < FewestWordsToRepeat)
            return false;
        var both = words.Count(earlier.Contains);
        return both >= RepeatedShare * (words.Count + earlier.Count - both);
    }

    private static HashSet<string> Content(Findings turn) =>
        [.. turn.Words.Where(word => word.Form.Length > 2 && !word.IsNumber).Select(word => word.Form)];

    private static bool Refuses(Findings turn) => turn.Words.Any(word => word.Form is "unfortunately" or "sorry" or "unable" or "afraid");

    private static string Shorten(string text) => text.Length <= CharactersRead ? text : text[..CharactersRead];
}
