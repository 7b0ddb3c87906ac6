using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>One written dialogue between a customer and a company.</summary>
/// <param name="Id">Unique over all files: trade, author, file, number.</param>
/// <param name="Locale">ISO 639-1 code of the language it is written in.</param>
/// <param name="Trade">The company's trade: airline, bank, ….</param>
/// <param name="Channel"><c>post</c>, <c>chat</c> or <c>mail</c>.</param>
/// <param name="Voice">How the customer writes, in the author's own word or two.</param>
/// <param name="Journey">Where the mood heads over the dialogue; null when its author gives none, as of a customer who writes once.</param>
/// <param name="Turns">What was said, in order.</param>
internal sealed record CorpusDialogue(
    string Id, string Locale, string Trade, string Channel, string Voice, EmotionTrend? Journey, IReadOnlyList<CorpusTurn> Turns)
{
    /// <summary>The part this dialogue belongs to: all its turns, always the same part.</summary>
    public CorpusSplit Split { get; } = CorpusSplits.Of(Id);

    /// <summary>Where the customer's turns stand in <see cref="Turns"/>.</summary>
    public IEnumerable<int> CustomerTurns => Enumerable.Range(0, Turns.Count).Where(index => Turns[index].Labels is not null);

    /// <summary>What names one turn: the dialogue's id and the turn's place, from 1.</summary>
    public string TurnId(int index) => $"{Id}#{index + 1}";

    /// <summary>A turn as the bot would be given it: with the turns before, at most six.</summary>
    public MessageToRead MessageToRead(int index) => new(
        Turns[index].Text,
        [.. Turns.Take(index).TakeLast(EarlierKept).Select(turn => new EarlierTurn(turn.Role, turn.Text))]);

    private const int EarlierKept = 6;
}

/// <summary>One turn.</summary>
/// <param name="Role"><c>customer</c>, <c>agent</c> or <c>bot</c>.</param>
/// <param name="Text">What was said; lines are parted by <c>\n</c>.</param>
/// <param name="Labels">What a skilled agent reads in it; only a customer's turn has them, and each has.</param>
internal sealed record CorpusTurn(string Role, string Text, TurnLabels? Labels);

/// <summary>What a skilled agent reads in one customer turn.</summary>
/// <param name="Primary">The emotion to respond to first.</param>
/// <param name="Secondary">Another one clearly present, or null.</param>
/// <param name="Intensity">0 (exactly when neutral) to 3.</param>
/// <param name="Urgency">0 none, 1 some time pressure, 2 pressing now.</param>
/// <param name="Target">What the emotion is about.</param>
/// <param name="Signals">The signals; urgent when <paramref name="Urgency"/> is above 0.</param>
internal sealed record TurnLabels(
    Emotion Primary, Emotion? Secondary, int Intensity, int Urgency, EmotionTarget Target, MessageSignals Signals);
