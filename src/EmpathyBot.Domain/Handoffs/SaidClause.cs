using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>A sentence somebody said, with the way it is told and how much it tells.</summary>
/// <param name="Sentence">As it was said, without greetings.</param>
/// <param name="TurnId">The turn it stands in.</param>
/// <param name="Place">Its place among all sentences of that side, from 0.</param>
/// <param name="Weight">How much it tells about the matter; at 0 and below next to nothing.</param>
/// <param name="Told">How it is told.</param>
/// <param name="Message">Which message of that side it stands in, from 0.</param>
/// <param name="By">The agent who said it; null for the assistant and for the customer.</param>
internal sealed record SaidClause(string Sentence, string TurnId, int Place, double Weight, Reported Told, int Message, string? By)
{
    /// <summary>What was said, sentence by sentence, in order.</summary>
    /// <param name="messages">The events in which somebody said something.</param>
    /// <param name="others">What the other side said: what both speak of is what it is about.</param>
    /// <param name="isEnglish">Whether a message is told in the third person; else it is quoted.</param>
    public static IReadOnlyList<SaidClause> Of(
        IReadOnlyList<ConversationEvent> messages, IReadOnlyList<ConversationEvent> others, Func<ConversationEvent, bool> isEnglish)
    {
        var spoken = Salience.SpokenWords([.. messages.Concat(others).Select(BriefMaterial.WordsOf)]);
        var addressed = Addressed(messages);
        var names = NamesSpoken.In([.. messages.Concat(others).Select(BriefMaterial.WordsOf)]);
        var clauses = new List<SaidClause>();
        for (var message = 0; message < messages.Count; message++)
        {
            var said = messages[message];
            var text = BriefMaterial.WordsOf(said);
            if (addressed is not null)
                text = string.Join(' ', text.Split(' ').Where(word => word.Trim('.', ',', '!', '?') != addressed));
            var ofCustomer = said is CustomerSaid;
            foreach (var sentence in PlainSpeech.Sentences(text, ofCustomer ? Speaker.Customer : Speaker.Company))
            {
                var told = !isEnglish(said) ? ReportedSpeech.Quote(sentence, (ofCustomer, sentence.EndsWith('?')) switch { (true, true) => "asks", (true, false) => "writes", (false, true) => "asked", _ => "answered" })
                    : ofCustomer ? ReportedSpeech.OfCustomer(sentence)
                    : ReportedSpeech.OfCompany(sentence);
                var weight = ofCustomer ? Salience.OfCustomer(sentence, told, message, spoken) : Salience.OfCompany(sentence, told, message, spoken);
                clauses.Add(new(sentence, said.TurnId, clauses.Count, weight, names.Restored(told), message, (said as AgentSaid)?.AgentName));
            }
        }

        return clauses;
    }

    /// <summary>The name by which the company is addressed at the beginning of a public message, or null.</summary>
    private static string? Addressed(IReadOnlyList<ConversationEvent> messages)
    {
        if (messages is not [CustomerSaid, ..])
            return null;
        return messages.Select(said => BriefMaterial.WordsOf(said).Split(' ', 2)[0])
            .Where(word => word.Length > 2 && char.IsLetter(word[0]) && word.Skip(1).All(char.IsLetterOrDigit))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(word => word.Count() > 1 && !EnglishWords.Small.Contains(EnglishWords.Bare(word.Key)) || word.Key.Skip(2).Any(char.IsUpper) && word.Key.Any(char.IsLower) && char.IsUpper(word.Key[0]))
            .OrderByDescending(word => word.Count()).FirstOrDefault()?.Key;
    }
}
