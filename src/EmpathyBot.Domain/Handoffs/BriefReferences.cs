using System.Text.RegularExpressions;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Numbers, codes and addresses that the customer gave, found in their words: nobody is to ask for them again.</summary>
internal static partial class BriefReferences
{
    /// <summary>What a number may be of. Those that name a matter stand in the headline; contact facts do not.</summary>
    private static readonly string[] Nouns =
    [
        "order", "booking", "parcel", "tracking", "reservation", "reference", "ref", "loan", "bag", "flight", "claim", "case", "policy", "invoice", "contract", "ticket", "account", "card", "code", "customer",
        "member", "serial", "model", "meter", "repair", "subscription", "train", "room", "seat", "gate",
    ];

    private static readonly string[] Contacts = ["postcode", "zip", "phone", "number", "address", "e-mail", "email", "name"];

    private static readonly HashSet<string> OfMatter = new(Nouns, StringComparer.Ordinal);

    /// <summary>What was given, each value once, in order.</summary>
    public static IReadOnlyList<BriefFact> Of(IReadOnlyList<ConversationEvent> events)
    {
        var facts = new List<BriefFact>();
        var question = "";
        foreach (var happened in events)
        {
            if (happened is BotSaid or AgentSaid)
                question = Sentences.Of(BriefMaterial.WordsOf(happened)).LastOrDefault(sentence => sentence.EndsWith('?')) ?? "";
            if (happened is not CustomerSaid said)
                continue;
            var asked = new Queue<string>(NounsIn(question));
            foreach (Match match in Value().Matches(said.Text))
            {
                var value = match.Value.TrimEnd('.', ',', '-');
                var name = Name(said.Text[..match.Index], value) ?? (IsAnswer(said.Text, match.Index) && asked.TryDequeue(out var noun) ? noun : null);
                if (name is null && value.All(char.IsAsciiDigit) && value.Length < 5)
                    continue;
                if (facts.TrueForAll(fact => !fact.Value.Equals(value, StringComparison.OrdinalIgnoreCase)))
                    facts.Add(new(name ?? "number", value, said.TurnId));
            }
        }

        return facts;
    }

    /// <summary>True for a number that names a matter: an order, a booking, a parcel.</summary>
    public static bool NamesMatter(BriefFact fact) =>
        OfMatter.Contains(fact.Name.Split(' ')[0].ToLowerInvariant()) && fact.Value.Any(char.IsAsciiDigit);

    /// <summary>Only what stands early in an answer is what was asked for.</summary>
    private static bool IsAnswer(string text, int at) => Sentences.WordCount(text[..at]) <= 4;

    private static string? Name(string before, string value)
    {
        if (value.Contains('@', StringComparison.Ordinal))
            return "e-mail";
        if (Postcode().IsMatch(value))
            return "postcode";
        var words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Reverse().Take(4).Select(word => EnglishWords.Bare(word).TrimStart('#')).ToList();
        return words.Select(word => word is "ref" ? "reference" : word is "bookings" or "orders" ? word[..^1] : word).FirstOrDefault(word => Nouns.Contains(word) || word is "postcode" or "phone");
    }

    private static IEnumerable<string> NounsIn(string question) => question.Split([' ', ',', '?', '.', '!'], StringSplitOptions.RemoveEmptyEntries)
        .Select(EnglishWords.Bare).Where(word => Nouns.Contains(word) || Contacts.Contains(word) && word != "number").Distinct();

    [GeneratedRegex(@"^(?:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9]{2} [A-Z0-9]{4})$")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<![\w.,/:@#-])(?:[\w.+-]+@[\w-]+\.[\w.-]+\w|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9]{2} [A-Z0-9]{4}(?<=[A-Z0-9]*[0-9][A-Z0-9]*)|\+?[0-9][0-9 ()-]{7,}[0-9]|(?=[A-Z0-9-]*[0-9])(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-?[A-Z0-9]+)*|[0-9]{3,12}(?:-[0-9]{2,8})*)(?![\w]|[.,:/][0-9]|%| ?(?:euro|eur|€|£|days?|weeks?|hours?|minutes?|am|pm|times)\b)")]
    private static partial Regex Value();
}
