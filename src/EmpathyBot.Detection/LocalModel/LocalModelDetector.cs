using EmpathyBot.Domain.Emotions;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Detection.LocalModel;

/// <summary>
/// Reads with the models built into this assembly: the language first, then the feeling and the signals. A language without
/// a model gets an unsure reading. Allocates nothing but what it returns. Safe for several threads.
/// </summary>
internal sealed class LocalModelDetector(IReadOnlyList<LanguageModel> models) : IEmotionDetector, IEmotionProbabilities
{
    /// <summary>The name readings carry.</summary>
    public const string Name = "model";

    /// <summary>From here on it is certain enough that someone is displeased, whichever way.</summary>
    private const float SureOfDispleasure = 0.65f;

    /// <summary>Confidence of a reading of a language that is not understood here.</summary>
    private const double NotUnderstood = 0.2;

    /// <summary>Characters of an earlier message that tell its language.</summary>
    private const int LanguageHead = 600;

    [ThreadStatic]
    private static Scratch? s_scratch;

    /// <inheritdoc/>
    public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ValueTask.FromResult(Read(message, scores: null));
    }

    /// <inheritdoc/>
    public void Probabilities(MessageToRead message, Span<float> byEmotion)
    {
        ArgumentNullException.ThrowIfNull(message);
        var scores = new EmotionScores();
        Read(message, scores);
        scores.Emotions.CopyTo(byEmotion);
    }

    /// <summary>Reads a message and says what the model gives each label.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scores">Receives the probabilities; all neutral when there is no model for the language.</param>
    public MessageReading Read(MessageToRead message, EmotionScores? scores)
    {
        var scratch = s_scratch ??= new();
        if (message.Text is null)
            message = message with { Text = "" };
        scratch.Features.ReadWords(message.Text, models[0].Lexicon);
        var language = LanguageRecognizer.Of(message.Text, scratch.Features.Message.Words.Words, message.Expected);
        var told = language ?? message.Expected ?? LanguageOfEarlier(message.Earlier, scratch.Words);
        var known = told is null ? models[0] : null;
        for (var at = 0; at < models.Count && known is null; at++)
            known = models[at].Model.Locale == told ? models[at] : null;
        // Also of a language that is not understood, plain signals are: an address of harm, a call for a person.
        var used = known ?? models[0];
        scores ??= scratch.Scores;
        if (used != models[0])
            scratch.Features.ReadWords(message.Text, used.Lexicon);
        scratch.Features.Make(message, used.Lexicon);
        if (scratch.Rows.Length < scratch.Features.Features.Count)
            (scratch.Rows, scratch.Values) = (new int[scratch.Features.Features.Count * 2], new float[scratch.Features.Features.Count * 2]);
        used.Model.Score(scratch.Features.Features, scratch.Rows, scratch.Values, scratch.Sums);
        scores.Set(scratch.Sums);
        var findings = new SignalFindings(scratch.Features.Message);
        if (known is null)
        {
            scores.SetUnknown();
            return new(message.ReadEmotion ? Unsure(findings.Has(Lexicon.Signal.Urgent) ? 0.5 : 0) : null, findings.Signals(language));
        }

        var signals = SignalReader.Read(used.Model, scores, findings, language);
        return new(message.ReadEmotion ? Emotion(message.Text, used.Model, scores, scratch, signals) : null, signals);
    }

    private static EmotionReading Emotion(string text, EmotionModel model, EmotionScores scores, Scratch scratch, MessageSignals signals)
    {
        var (first, second) = scores.Leading();
        var isNeutral = first == Domain.Emotions.Emotion.Neutral;
        var isSecond = second != Domain.Emotions.Emotion.Neutral && scores.Emotions[(int)second] >= model.SecondFrom;
        return new(
            first,
            isSecond ? second : null,
            isNeutral ? 0 : scores.Intensity(),
            signals.Urgent ? Math.Max(scores.Urgency(), 0.5) : Math.Min(scores.Urgency(), 0.49),
            Confidence(model, scores, first),
            isNeutral ? EmotionTarget.Unknown : (EmotionTarget)EmotionScores.Largest(scores.Targets),
            isNeutral ? [] : scratch.Cues.Find(text, model, scratch.Features, scores, scratch.Rows, scratch.Values),
            Name);
    }

    /// <summary>
    /// Between anger and frustration a reading may be unsure and yet sure of displeasure: then it may be acted upon, and the words
    /// chosen for either do no harm to the other.
    /// </summary>
    private static double Confidence(EmotionModel model, EmotionScores scores, Domain.Emotions.Emotion first)
    {
        var confidence = model.Confidence(scores.Emotions[(int)first]);
        var isDispleased = first is Domain.Emotions.Emotion.Anger or Domain.Emotions.Emotion.Frustration or Domain.Emotions.Emotion.Disappointment;
        return isDispleased && scores.Displeasure >= SureOfDispleasure ? Math.Max(confidence, EmotionReading.SureFrom) : confidence;
    }

    /// <summary>"Ok" is of the language the customer wrote before.</summary>
    private static string? LanguageOfEarlier(IReadOnlyList<EarlierTurn> earlier, MessageWords words)
    {
        for (var at = earlier.Count - 1; at >= 0; at--)
        {
            if (earlier[at] is not { Role: "customer", Text: { } text })
                continue;
            words.Read(text, WordForms.None, LanguageHead, 0);
            if (LanguageRecognizer.Of(text, words.Words, expected: null) is { } language)
                return language;
        }

        return null;
    }

    private static EmotionReading Unsure(double urgency) =>
        new(Domain.Emotions.Emotion.Neutral, null, 0, urgency, NotUnderstood, EmotionTarget.Unknown, [], Name);

    /// <summary>What a thread needs to read, kept so that reading allocates nothing.</summary>
    private sealed class Scratch
    {
        public MessageWords Words { get; } = new();

        public EmotionFeatures Features { get; } = new();

        public EmotionScores Scores { get; } = new();

        public CueFinder Cues { get; } = new();

        public int[] Rows { get; set; } = new int[4096];

        public float[] Values { get; set; } = new float[4096];

        public float[] Sums { get; } = new float[EmotionHeads.Count];
    }
}
