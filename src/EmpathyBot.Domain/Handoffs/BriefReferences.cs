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
            var asked = NounsIn(question).ToList();
            foreach (Match match in Value().Matches(said.Text))
            {
                var value = match.Value.TrimEnd('.', ',', '-');
                var name = Name(said.Text[..match.Index], value);
                if (name is null && IsAnswer(said.Text, match.Index) && !IsTime(said.Text[..match.Index], value) && asked.Find(noun => Fits(noun, value)) is { } noun)
                {
                    name = noun;
                    asked.Remove(noun);
                }

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
        foreach (var said in before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Reverse().Take(6))
        {
            var word = EnglishWords.Bare(said).TrimStart('#');
            var name = word switch { "ref" => "reference", "bookings" or "orders" or "parcels" or "tickets" => word[..^1], _ => word };
            if (Nouns.Contains(name) || name is "postcode" or "phone")
                return Fits(name, value) ? name : null;
            // "Account since 2017", "the meter says 418" and "order WP-3380, 120 cards" give no account, meter or order.
            if (said[^1] is '!' or '?' || !Between.Contains(word) && Shape(word) != Shape(value))
                return null;
        }

        return null;
    }

    /// <summary>What may stand between a noun and its number.</summary>
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal)
    {
        "", "number", "no", "nr", "num", "numbers", "id", "is", "was", "are", "it's", "its", "called", "ending", "in", "and", "or", "&", "code", "reference", "ref", "under", "my", "the",
    };

    /// <summary>"10022 and 10023" are of one kind.</summary>
    private static string Shape(string value) => string.Concat(value.Select(sign => char.IsDigit(sign) ? '0' : char.IsLetter(sign) ? 'a' : sign));

    /// <summary>Whether a value can be what the noun says: a card is told by its last four digits, an address of e-mail has an @.</summary>
    private static bool Fits(string noun, string value)
    {
        var digits = value.Count(char.IsAsciiDigit);
        return noun switch
        {
            "e-mail" or "email" => value.Contains('@', StringComparison.Ordinal),
            "name" or "address" => false,
            "card" => digits == 4 && value.Length == 4 && !IsYear(value),
            "phone" => digits >= 7,
            "postcode" or "zip" => value.Length is >= 4 and <= 8,
            "account" or "customer" or "member" or "loan" or "contract" or "policy" => !IsYear(value),
            _ => true,
        };
    }

    private static bool IsTime(string before, string value) =>
        IsYear(value) && before.TrimEnd().Split(' ')[^1] is var word && EnglishWords.Bare(word) is "since" or "in" or "from" or "until" or "till" or "of";

    private static bool IsYear(string value) => value is ['1', '9', _, _] or ['2', '0', _, _] && value.All(char.IsAsciiDigit);

    private static IEnumerable<string> NounsIn(string question) => question.Split([' ', ',', '?', '.', '!'], StringSplitOptions.RemoveEmptyEntries)
        .Select(EnglishWords.Bare).Where(word => Nouns.Contains(word) || Contacts.Contains(word) && word != "number").Distinct();

    [GeneratedRegex(@"^(?:[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9]{2} [A-Z0-9]{4})$")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<![\w.,/:@#€£$-])(?:[\w.+-]+@[\w-]+\.[\w.-]+\w|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}|[A-Z][0-9]{2} [A-Z0-9]{4}(?<=[A-Z0-9]*[0-9][A-Z0-9]*)|[A-Z]{1,3} [0-9]{3,5}(?: [0-9]{3,5})+|\+?[0-9][0-9 ()-]{7,}[0-9]|(?=[A-Z0-9-]*[0-9])(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-?[A-Z0-9]+)*|[0-9]{3,12}(?:-[0-9]{2,8})*)(?![\w]|[.,:/][0-9]|%| ?(?:euro|eur|€|£|days?|weeks?|hours?|minutes?|am|pm|times)\b)")]
    private static partial Regex Value();
}
