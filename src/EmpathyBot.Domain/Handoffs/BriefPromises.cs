using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>What the company committed itself to, found in what was said: by the company, or by the customer about it.</summary>
internal static partial class BriefPromises
{
    private const int Words = 18;

    /// <summary>True for what the customer says of a promise: it is told among the promises.</summary>
    public static bool IsReported(SaidClause clause) => clause.Told.Kind is SpeechKind.Statement && ToldOfPromise().IsMatch(clause.Sentence);

    /// <summary>Recorded promises and spoken ones, each once.</summary>
    public static IReadOnlyList<BriefSentence> Of(BriefMaterial material)
    {
        var recorded = material.Events.OfType<PromiseMade>().DistinctBy(promise => promise.Text)
            .Select(promise => new BriefSentence(Sentences.Shorten(promise.Text, 20), [promise.TurnId])).ToList();
        var withRecord = material.Events.OfType<PromiseMade>().Select(promise => promise.TurnId).ToHashSet(StringComparer.Ordinal);
        var spoken = material.Answered.Where(clause => !withRecord.Contains(clause.TurnId) && IsPromise(clause)).Select(clause => Sentence(clause, ""));
        var reported = material.Said.Where(IsReported).Select(clause => Sentence(clause, "They say "));
        return [.. recorded, .. spoken, .. reported];
    }

    private static BriefSentence Sentence(SaidClause clause, string lead)
    {
        var words = BriefChoice.Cut(clause.Told.Verb is "said" or "says" ? clause.Told.Words : clause.Told.Text, Words);
        var text = lead + words;
        return new(char.ToUpperInvariant(text[0]) + text[1..] + (text.EndsWith('…') || text.EndsWith('”') ? "" : "."), [clause.TurnId]);
    }

    private static bool IsPromise(SaidClause clause)
    {
        var sentence = clause.Sentence;
        if (clause.Told.Kind is SpeechKind.Question || sentence.Contains('?', StringComparison.Ordinal) || Salience.IsHandover(sentence) || Idle().IsMatch(sentence))
            return false;
        return Promised().IsMatch(sentence) || Commits().IsMatch(sentence) && (When().IsMatch(sentence) || Ours().IsMatch(sentence));
    }

    [GeneratedRegex(@"\b(?:promise[ds]?|guarantee[ds]?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promised();

    [GeneratedRegex(@"\b(?:will|going to|shall)\b|['’]ll\b|\bshould (?:be|arrive|reach|have|get)\b|\bto (?:call|write|email|send|ring|contact|phone|reply)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Commits();

    [GeneratedRegex(@"\b(?:by|within|until|before|on|in) (?:the end of )?(?:\w+day\b|\d|tomorrow|today|tonight|noon|two|three|a few|an hour|the next)|\b(?:today|tomorrow|tonight)\b", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"^(?:I|We|Our \w+|My \w+|A colleague|Someone|You)\b.{0,12}(?:will\b|['’]ll\b)|^You['’]ll (?:get|receive|have|hear)|^(?:I|We)['’]ll\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex(@"^If\b|\bI['’]ll (?:check|look|see|find out|take a look|be happy|need|have a look)|\bwill (?:need|take this over|know|be able|have to|not)\b|you['’]ll (?:need|find|see|have to)|\bhelp\b|\bonce\b|will be (?:with you|happy)", RegexOptions.IgnoreCase)]
    private static partial Regex Idle();

    [GeneratedRegex(@"\b(?:promised?|was told|were told|told me|told us|assured|guaranteed|offered (?:me|us)|agreed to|(?:was|were) (?:meant|supposed|due) to)\b|\bsaid (?:it|you|they|he|she|i|we)(?: (?:would|will)|['’](?:d|ll))", RegexOptions.IgnoreCase)]
    private static partial Regex ToldOfPromise();
}
