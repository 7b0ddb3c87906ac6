using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>The corpus and the word lists of one language, read once.</summary>
internal sealed class TrainingSource
{
    private readonly Dictionary<CorpusSplit, List<LabelledMessage>> _parts = [];

    /// <summary>Reads them.</summary>
    /// <param name="corpus">The folder of the corpus.</param>
    /// <param name="locale">The language.</param>
    /// <exception cref="InputException">The corpus cannot be read, or a part of it is empty.</exception>
    public TrainingSource(string corpus, string locale)
    {
        Locale = locale;
        Lexicon = LanguageLexicon.Open(locale);
        Dialogues = CorpusFolder.Read(corpus, locale);
        Readings = BlindReadings.Read(corpus, locale);
        foreach (var split in Enum.GetValues<CorpusSplit>())
        {
            _parts[split] = Messages(Dialogues.Where(dialogue => dialogue.Split == split));
            if (_parts[split].Count == 0)
                throw new InputException($"There is too little in '{locale}' below {corpus}: its {split.ToString().ToLowerInvariant()} part is empty.");
        }
    }

    public string Locale { get; }

    public LanguageLexicon Lexicon { get; }

    public IReadOnlyList<CorpusDialogue> Dialogues { get; }

    /// <summary>What each reader read, by turn.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<EmotionVote>> Readings { get; }

    /// <summary>The SHA-256 of all that is learnt from and scored on.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Dialogues.SelectMany(dialogue =>
        dialogue.Turns.Select((turn, at) => $"{dialogue.Id} {turn.Role} {turn.Labels} {turn.Text} {string.Join(' ', Readings.GetValueOrDefault(dialogue.TurnId(at), []))}"))))));

    /// <summary>The customers' messages of some dialogues.</summary>
    public List<LabelledMessage> Messages(IEnumerable<CorpusDialogue> dialogues) =>
        [.. dialogues.SelectMany(dialogue => LabelledMessage.Of(dialogue, Readings))];

    /// <summary>The customers' messages of one part.</summary>
    public IReadOnlyList<LabelledMessage> Part(CorpusSplit split) => _parts[split];
}
