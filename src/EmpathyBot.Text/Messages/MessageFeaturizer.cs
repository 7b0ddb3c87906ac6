namespace EmpathyBot.Text.Messages;

/// <summary>
/// Turns a message taken apart into features: the same hashes as a <see cref="Featurizer"/> makes, and what only whole
/// messages have. Used alike where models are trained and where they read.
/// </summary>
public static class MessageFeaturizer
{
    private const uint NegatedSalt = 0x4E4F5400;

    /// <summary>Adds the words and pairs of words, and once more those that are denied.</summary>
    /// <param name="message">The message.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="salt">0 for the message itself; another makes the words of another turn distinct.</param>
    public static void AddWords(MessageWords message, MessageFeatures into, uint salt)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(into);
        var words = message.Words;
        // The places of an earlier turn's words are none of this message's.
        var placed = salt == 0 ? 1 : 0;
        for (var at = 0; at < words.Length; at++)
        {
            var (hash, end) = (words[at].Hash, (at + 1) * placed);
            into.Add(TextHash.Mix(hash, 1 + salt), 1, at * placed, end);
            if (words[at].IsNegated)
                into.Add(TextHash.Mix(hash, NegatedSalt + salt), 1, at * placed, end);
            if (at > 0)
                into.Add(TextHash.Mix(TextHash.Mix(words[at - 1].Hash, hash), 2 + salt), 1, (at - 1) * placed, end);
        }
    }

    /// <summary>Adds the runs of letters within words, which see through typos and endings.</summary>
    public static void AddLetters(MessageWords message, MessageFeatures into, int shortest = 2, int longest = 5)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(into);
        var words = message.Words;
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at].LettersLength == 0)
                continue;
            Featurizer.AddLetters(into.Vector, message.LettersOf(words[at]), shortest, longest, salt: 0, weight: 1);
            into.PlaceRest(at, at + 1);
        }
    }
}
