using System.Collections.Frozen;
using StandIn.Bot.Builder.Dialogs.Choices;

namespace StandIn.Bot.Builder.Dialogs;

/// <summary>The words of prompts in the languages that have them.</summary>
internal static class PromptCultures
{
    public const string English = "en-us";

    private static readonly (string Locale, string Separator, string Or, string OrMore, string Yes, string No)[] All =
    [
        ("bg-bg", ", ", " или ", ", или ", "да", "Не"),
        ("zh-cn", "， ", " 要么 ", "， 要么 ", "是的", "不"),
        ("nl-nl", ", ", " of ", ", of ", "Ja", "Nee"),
        (English, ", ", " or ", ", or ", "Yes", "No"),
        ("fr-fr", ", ", " ou ", ", ou ", "Oui", "Non"),
        ("de-de", ", ", " oder ", ", oder ", "Ja", "Nein"),
        ("hi-in", ", ", " या ", ", या ", "हां", "नहीं"),
        ("it-it", ", ", " o ", " o ", "Si", "No"),
        ("ja-jp", "、 ", " または ", "、 または ", "はい", "いいえ"),
        ("ko-kr", ", ", " 또는 ", " 또는 ", "예", "아니"),
        ("pt-br", ", ", " ou ", ", ou ", "Sim", "Não"),
        ("es-es", ", ", " o ", ", o ", "Sí", "No"),
        ("sv-se", ", ", " eller ", " eller ", "Ja", "Nej"),
        ("tr-tr", ", ", " veya ", " veya ", "Evet", "Hayır"),
    ];

    public static FrozenDictionary<string, ChoiceFactoryOptions> ChoiceDefaults { get; } =
        All.ToFrozenDictionary(culture => culture.Locale, culture => new ChoiceFactoryOptions(culture.Separator, culture.Or, culture.OrMore, true));

    public static FrozenDictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> ConfirmDefaults { get; } =
        All.ToFrozenDictionary(culture => culture.Locale, culture => (new Choice(culture.Yes), new Choice(culture.No), ChoiceDefaults[culture.Locale]));

    /// <summary>The culture of a locale as prompts know it: "es-MX" is "es-es"; an unknown one stays what it is, in small letters.</summary>
    public static string Nearest(string locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
        {
            return locale;
        }

        var culture = locale.ToLowerInvariant();
        if (ChoiceDefaults.ContainsKey(culture))
        {
            return culture;
        }

        var language = culture.Split('-')[0];
        return Array.Find(All, known => known.Locale.StartsWith(language, StringComparison.Ordinal)).Locale ?? culture;
    }
}
