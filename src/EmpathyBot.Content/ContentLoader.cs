using EmpathyBot.Content.Acknowledgements;
using EmpathyBot.Content.Handoffs;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>Reads a folder of content, checks all of it, and gives it whole or not at all.</summary>
public static class ContentLoader
{
    private const int LocaleLength = 2;

    /// <summary>Loads.</summary>
    /// <param name="path">The content folder.</param>
    /// <param name="fallback">The language that must be complete; others that have acknowledgements must be complete too.</param>
    /// <exception cref="ContentException">Something must be mended; all of it is listed.</exception>
    public static IContent Load(string path, string fallback)
    {
        var problems = new Problems(takesAdvice: false);
        var (locales, parts, others, people) = Read(path, fallback, problems);
        if (problems.Any)
            throw new ContentException(path, problems.Sorted());

        // Training takes longest and needs all else to be right.
        var trained = SideBySide(locales, locale => parts[locale].Trained());
        return new LoadedContent(locales, ByLocale(locales, trained), others, people);
    }

    /// <summary>Checks all that <see cref="Load"/> checks, and gives advice on what it lets pass. Nothing is trained.</summary>
    /// <param name="path">The content folder.</param>
    /// <param name="fallback">The language that must be complete.</param>
    public static ContentReview Review(string path, string fallback)
    {
        var problems = new Problems();
        var (locales, parts, _, _) = Read(path, fallback, problems);
        foreach (var locale in locales.Skip(1))
            LocaleAdvice.Report(fallback, parts[fallback], locale, parts[locale], problems);
        return new(
            problems.Sorted(), problems.SortedAdvice(),
            [.. locales.Select(locale => new LocaleSize(locale, parts[locale].Articles.Count, parts[locale].Procedures.Count))]);
    }

    private static ContentParts Read(string path, string fallback, Problems problems)
    {
        var operations = Operations.Read(ContentFile.Find(path, Operations.FileName), problems);
        var amends = AmendsRules.Read(ContentFile.Find(path, AmendsRules.FileName), problems);
        var locales = FindLocales(path, fallback, problems);
        // Each language has problems of its own, so that what is told stands in the same order whoever is done first.
        var found = locales.ConvertAll(_ => new Problems(problems.TakesAdvice));
        var read = SideBySide(locales, locale => ReadLocale(path, locale, operations, amends, found[locales.IndexOf(locale)]));
        found.ForEach(problems.Add);
        var parts = ByLocale(locales, read);
        var others = new OtherLanguageReader(problems).Read(ContentFile.Find(path, OtherLanguageReader.FileName));
        var matters = parts.Values.SelectMany(part => part.Articles.Keys.Concat(part.Procedures.Keys)).ToHashSet(StringComparer.Ordinal);
        return new(locales, parts, others, PersonRules.Read(ContentFile.Find(path, PersonRules.FileName), locales, matters, problems));
    }

    /// <summary>Does the same for each language, at once, and gives what came of it in their order. A failure comes as it was thrown.</summary>
    private static T[] SideBySide<T>(List<string> locales, Func<string, T> does)
    {
        var others = locales.Skip(1).Select(locale => Task.Run(() => does(locale))).ToList();
        return [does(locales[0]), .. others.Select(other => other.GetAwaiter().GetResult())];
    }

    private static Dictionary<string, T> ByLocale<T>(List<string> locales, T[] ofEach) =>
        locales.Zip(ofEach).ToDictionary(pair => pair.First, pair => pair.Second);

    private static List<string> FindLocales(string path, string fallback, Problems problems)
    {
        var found = ContentFile.ReadAll(path, "acknowledgements", ".yaml").Select(file => file.Id).ToList();
        foreach (var odd in found.Where(locale => !IsLocale(locale)))
            problems.Add($"acknowledgements/{odd}.yaml", 0, "The file name must be a two-letter language code such as en.yaml.");
        found.RemoveAll(locale => !IsLocale(locale));
        if (!found.Contains(fallback))
        {
            problems.Add(
                $"acknowledgements/{fallback}.yaml", 0,
                $"The file is missing. \"{fallback}\" is the language that is fallen back on and must be there.");
        }

        return [fallback, .. found.Where(locale => locale != fallback)];
    }

    private static bool IsLocale(string name) => name.Length == LocaleLength && name.All(char.IsAsciiLetterLower);

    private static LocaleParts ReadLocale(
        string path, string locale, IReadOnlyDictionary<string, Operation> operations, AmendsRules amends, Problems problems)
    {
        var language = ReadLanguage(path, locale, problems);
        var wording = language.Wording;
        var blocks = ContentFile.ReadAll(path, $"solving/blocks/{locale}", ".yaml").ToDictionary(file => file.Id);
        var cards = ContentFile.ReadAll(path, $"solving/cards/{locale}", ".json").ToDictionary(file => file.Id);
        var (overlaps, reach) = (new ExampleOverlaps(), new StepReach(operations));
        var reader = new ProcedureReader(problems, new(operations, amends, blocks, cards, wording, overlaps, reach));
        var procedures = ContentFile.ReadAll(path, $"solving/procedures/{locale}", ".yaml")
            .Select(file => reader.Read(file, locale)).OfType<Procedure>()
            .ToDictionary(procedure => procedure.Id);
        var articles = ContentFile.ReadAll(path, $"solving/articles/{locale}", ".md")
            .Select(file => new ArticleReader(problems, wording, overlaps).Read(file, locale)).OfType<Article>()
            .ToDictionary(article => article.Id);
        var phrases = Files(path, $"acknowledgements/{locale}.yaml").SelectMany(new PhraseReader(problems, wording).Read).ToList();
        var messages = new MessageReader(problems, wording).Read(Files(path, $"solving/messages/{locale}.yaml", $"handoffs/{locale}.yaml"), locale);
        var agentPhrases = new AgentPhraseReader(problems, wording).Read(ContentFile.Find(path, $"handoffs/agent-phrases.{locale}.yaml"));
        var requestFile = ContentFile.Find(path, $"solving/requests/{locale}.yaml");
        if (requestFile is null)
            problems.Add($"solving/requests/{locale}.yaml", 0, "The file is missing.");
        var (requests, feedback) = new RequestReader(problems).Read(requestFile);
        var words = MatchingWords.Read(ContentFile.Find(path, $"solving/matching/{locale}.yaml"), problems, overlaps);
        overlaps.Report(words, problems);
        reach.Report(problems);
        var naming = new NamingReader(problems).Read(ContentFile.Find(path, $"acknowledgements/naming/{locale}.yaml"));
        var known = new LanguageWords(locale, naming, language.Asking, language.Address) { Answers = language.Answers, Values = language.Values };
        return new(articles, procedures, phrases, agentPhrases, messages, requests, feedback, known, words);
    }

    private static LanguageFile ReadLanguage(string path, string locale, Problems problems)
    {
        var file = ContentFile.Find(path, $"language/{locale}.yaml");
        if (file is null)
            problems.Add($"language/{locale}.yaml", 0, "The file is missing: it says what may not be said in this language.");
        return new LanguageReader(problems).Read(file);
    }

    private static List<ContentFile> Files(string path, params string[] names) =>
        [.. names.Select(name => ContentFile.Find(path, name)).OfType<ContentFile>()];

    /// <summary>All that was read.</summary>
    private sealed record ContentParts(
        List<string> Locales, Dictionary<string, LocaleParts> Parts, IReadOnlyDictionary<string, OtherLanguage> Others, PersonRules People);
}
