using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads <c>solving/requests/&lt;locale&gt;.yaml</c>: how customers speak to the conversation itself.</summary>
internal sealed class RequestReader(Problems problems)
{
    private const string Fillers = "fillers";

    /// <summary>The finders of requests and of feedback for this file; ones that find nothing when there is no file.</summary>
    public (RequestFinder Requests, FeedbackFinder Feedback) Read(ContentFile? file)
    {
        if (file is null || YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return (RequestFinder.Nothing, new FeedbackFinder([], FeedbackPhrases.None));
        var fillers = Phrases(map, Fillers);
        var rules = new List<RequestRule>();
        foreach (var key in map.Keys.Where(key => key is not (Fillers or FeedbackReader.Section)))
        {
            if (Names.Find<CustomerRequest>(key) is not { } request || request == CustomerRequest.None)
            {
                var known = string.Join(", ", Names.Of<CustomerRequest>().Skip(1));
                map.Report(map.LineOf(key), $"\"{key}\" is no request. Known are: {Fillers}, {FeedbackReader.Section}, {known}.");
                continue;
            }

            if (map.Map(key) is not { } entry)
                continue;
            var whole = Phrases(entry, "whole");
            var clause = Phrases(entry, "clause");
            var contains = Phrases(entry, "contains");
            var unless = Phrases(entry, "unless");
            entry.Close();
            if (whole.Count + clause.Count + contains.Count == 0)
                entry.Report(map.LineOf(key), $"\"{key}\" has no phrases. Write some under whole, clause or contains.");
            rules.Add(new(request, whole, clause, contains, unless));
        }

        foreach (var missing in Enum.GetValues<CustomerRequest>().Skip(1).Where(request => rules.All(rule => rule.Request != request)))
            map.Report(0, $"The request \"{Names.Of(missing)}\" is missing.");
        return (new RequestFinder(fillers, rules), new FeedbackFinder(fillers, FeedbackReader.Read(map)));
    }

    /// <summary>The phrases under a key; what is none is reported.</summary>
    internal static List<Phrase> Phrases(YamlMap map, string key)
    {
        var phrases = new List<Phrase>();
        foreach (var text in map.Texts(key))
        {
            if (Phrase.Parse(text.Text) is { } phrase)
                phrases.Add(phrase);
            else
                map.Report(text.Line, $"\"{text.Text}\" is not a phrase. {Phrase.HowToWrite}");
        }

        return phrases;
    }
}
