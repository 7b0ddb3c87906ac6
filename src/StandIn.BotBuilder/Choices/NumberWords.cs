using System.Collections.Frozen;
using System.Globalization;

namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>Numbers and places in a list, in figures and, for English and Spanish, in words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> EnglishCardinals = Words(
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty");

    private static readonly FrozenDictionary<string, int> SpanishCardinals = Words(
        "uno|una|un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis|dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte");

    private static readonly FrozenDictionary<string, int> EnglishOrdinals = Words(
        "first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th", "sixth|6th", "seventh|7th", "eighth|8th", "ninth|9th", "tenth|10th", "eleventh|11th", "twelfth|12th", "thirteenth|13th", "fourteenth|14th", "fifteenth|15th", "sixteenth|16th", "seventeenth|17th", "eighteenth|18th", "nineteenth|19th", "twentieth|20th");

    private static readonly FrozenDictionary<string, int> SpanishOrdinals = Words(
        "primero|primera|primer", "segundo|segunda", "tercero|tercera|tercer", "cuarto|cuarta", "quinto|quinta", "sexto|sexta", "séptimo|séptima|septimo|septima", "octavo|octava", "noveno|novena", "décimo|décima|decimo|decima");

    public static List<ModelResult<int>> Cardinals(string utterance, string locale)
    {
        var words = IsSpanish(locale) ? SpanishCardinals : EnglishCardinals;
        return Recognize(utterance, word =>
            int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure
            : words.TryGetValue(word, out var number) ? number
            : 0);
    }

    public static List<ModelResult<int>> Ordinals(string utterance, string locale, int count)
    {
        var words = IsSpanish(locale) ? SpanishOrdinals : EnglishOrdinals;
        var last = IsSpanish(locale) ? "último|última|ultimo|ultima" : "last";
        return Recognize(utterance, word =>
            words.TryGetValue(word, out var place) ? place
            : last.Split('|').Contains(word) ? count
            : 0);
    }

    private static List<ModelResult<int>> Recognize(string utterance, Func<string, int> read) =>
        Tokenizer.DefaultTokenizerImpl(utterance)
            .Select(token => new ModelResult<int> { Start = token.Start, End = token.End, Text = token.Text, Resolution = read(token.Normalized) })
            .Where(result => result.Resolution > 0)
            .ToList();

    private static bool IsSpanish(string locale) => locale.StartsWith("es", StringComparison.OrdinalIgnoreCase);

    private static FrozenDictionary<string, int> Words(params string[] inOrder) =>
        inOrder.SelectMany((words, index) => words.Split('|').Select(word => KeyValuePair.Create(word, index + 1))).ToFrozenDictionary();
}
