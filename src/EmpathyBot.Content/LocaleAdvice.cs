using EmpathyBot.Content.Matching;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>What a further language lacks or does otherwise than the first, though the bot runs with it.</summary>
internal static class LocaleAdvice
{
    public static void Report(string first, LocaleParts complete, string locale, LocaleParts other, Problems problems)
    {
        if (ReferenceEquals(other.Matching, MatchingWords.None))
            problems.Advise($"solving/matching/{locale}.yaml", 0, "The file is missing: without it fewer messages find their answer.");
        if (ReferenceEquals(other.Words.Naming, NamingWords.None))
            problems.Advise($"acknowledgements/naming/{locale}.yaml", 0, "The file is missing: without it nothing the customer names is said back.");
        foreach (var act in complete.Phrases.Select(phrase => phrase.Act).Distinct().Where(act => other.Phrases.All(phrase => phrase.Act != act)))
            problems.Advise($"acknowledgements/{locale}.yaml", 0, $"\"{Names.Of(act)}\" has phrases in {first} and none here.");
        foreach (var article in other.Articles.Values)
            Compare($"solving/articles/{locale}/{article.Id}.md", article.Id, article.Weight);
        foreach (var procedure in other.Procedures.Values)
            Compare($"solving/procedures/{locale}/{procedure.Id}.yaml", procedure.Id, procedure.Weight);

        // What is a procedure in one language may be an article in another, under the same name.
        void Compare(string file, string id, MatterWeight here)
        {
            var there = complete.Procedures.GetValueOrDefault(id)?.Weight ?? complete.Articles.GetValueOrDefault(id)?.Weight;
            if (there is null)
                problems.Advise(file, 0, $"There is nothing of this name in {first}. Check the spelling of the file name.");
            else if (there != here)
                problems.Advise(file, 0, $"Its weight is \"{Names.Of(here)}\" here and \"{Names.Of(there.Value)}\" in {first}. It should be the same in both.");
        }
    }
}
