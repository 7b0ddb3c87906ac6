using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Content.Templates;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Language;

/// <summary>Reads <c>solving/messages/other-languages.yaml</c>: what is said to who writes in a language that has no content.</summary>
internal sealed class OtherLanguageReader(Problems problems)
{
    public const string FileName = "solving/messages/other-languages.yaml";

    private const int CodeLength = 2;

    /// <summary>Each text an author writes, and the messages it stands for.</summary>
    private static readonly (string Key, string[] Messages)[] Texts =
    [
        ("notice", [ContentMessages.OfferPerson(HandoffReason.OtherLanguage)]),
        ("again", [ContentMessages.OtherLanguageAgain]),
        ("yes", [ContentMessages.AnswerYesPerson]),
        ("no", [ContentMessages.AnswerNoThanks]),
        // Words of harm are answered with a help line, which nobody has set for this language.
        ("asked", [.. Enum.GetValues<HandoffReason>().Where(reason => reason != HandoffReason.AtRisk).Select(ContentMessages.HandoffRequested)]),
        ("declined", [ContentMessages.OfferDeclined]),
        ("waiting", [ContentMessages.HandoffWaiting]),
        // What is offered along with it in other languages needs more words; the place in line is what counts.
        ("still", [ContentMessages.HandoffUpdate, ContentMessages.HandoffOfferCallback]),
        ("here", [ContentMessages.HandoffAccepted]),
    ];

    /// <summary>The languages by code; none when there is no file.</summary>
    public IReadOnlyDictionary<string, OtherLanguage> Read(ContentFile? file)
    {
        var languages = new Dictionary<string, OtherLanguage>(StringComparer.Ordinal);
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return languages;
        foreach (var code in map.Keys)
        {
            if (code.Length != CodeLength || !code.All(char.IsAsciiLetterLower))
                map.Report(map.LineOf(code), $"\"{code}\" is no language: write its two-letter code, such as fr.");
            else if (map.Map(code) is { } entry)
                languages[code] = Read(entry);
        }

        return languages;
    }

    private static OtherLanguage Read(YamlMap entry)
    {
        var messages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, stands) in Texts)
        {
            if (entry.Required(key) is not { } text)
                continue;
            TemplateCheck.Check(entry, text, ContentMessages.Required[stands[0]]);
            foreach (var message in stands)
                messages[message] = text.Text;
        }

        var yes = Answers(entry, "said_yes", "yes");
        var no = Answers(entry, "said_no", "no");
        var person = WordList.Texts(entry, "asks_person").Select(words => words.ToLowerInvariant()).ToList();
        entry.Close();
        return new(messages, new RequestFinder([], [Rule(CustomerRequest.Yes, yes), Rule(CustomerRequest.No, no)]), person);
    }

    private static RequestRule Rule(CustomerRequest request, IReadOnlyList<Phrase> phrases) => new(request, phrases, phrases, [], []);

    /// <summary>The phrases that answer, what stands on the button among them.</summary>
    private static List<Phrase> Answers(YamlMap entry, string key, string button)
    {
        var phrases = new List<Phrase>();
        foreach (var text in WordList.Texts(entry, key).Concat(entry.Texts(button).Select(shown => shown.Text)))
        {
            if (Phrase.Parse(text) is { } phrase)
                phrases.Add(phrase);
            else
                entry.Report(entry.LineOf(key), $"\"{text}\" is not a phrase. {Phrase.HowToWrite}");
        }

        if (phrases.Count < 2)
            entry.Report(entry.LineOf(key), $"\"{key}\" is missing: write how customers say it.");
        return phrases;
    }
}
