using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads <c>solving/requests/&lt;locale&gt;.yaml</c>: how customers speak to the conversation itself.</summary>
internal sealed class RequestReader(Problems problems)
{
    private const string Fillers = "fillers";

    /// <summary>The finder of requests for this file; one that finds nothing when there is no file.</summary>
    public RequestFinder Read(ContentFile? file)
    {
        if (file is null || YamlMap.Read(file.Name, file.Text, problems) is not { } map)
            return RequestFinder.Nothing;
        var fillers = Expressions(map, Fillers);
        var rules = new List<RequestRule>();
        foreach (var key in map.Keys.Where(key => key != Fillers))
        {
            if (Names.Find<CustomerRequest>(key) is not { } request || request == CustomerRequest.None)
            {
                map.Report(map.LineOf(key), $"\"{key}\" is no request. Known are: {Fillers}, {string.Join(", ", Names.Of<CustomerRequest>().Skip(1))}.");
                continue;
            }

            if (map.Map(key) is not { } entry)
                continue;
            var whole = Expressions(entry, "whole");
            var clause = Expressions(entry, "clause");
            var contains = Expressions(entry, "contains");
            var unless = Expressions(entry, "unless");
            entry.Close();
            if (whole.Count + clause.Count + contains.Count == 0)
                entry.Report(map.LineOf(key), $"\"{key}\" has no phrases. Write some under whole, clause or contains.");
            rules.Add(new(request, whole, clause, contains, unless));
        }

        foreach (var missing in Enum.GetValues<CustomerRequest>().Skip(1).Where(request => rules.All(rule => rule.Request != request)))
            map.Report(0, $"The request \"{Names.Of(missing)}\" is missing.");
        return new RequestFinder(fillers, rules);
    }

    private static List<string> Expressions(YamlMap map, string key)
    {
        var expressions = new List<string>();
        foreach (var phrase in map.Texts(key))
        {
            if (RequestPattern.ToExpression(phrase.Text) is { } expression)
                expressions.Add(expression);
            else
                map.Report(phrase.Line, $"\"{phrase.Text}\" is not a phrase. Use plain words, [word] for one that may be left out, (one|other), and ... for up to three words.");
        }

        return expressions;
    }
}
