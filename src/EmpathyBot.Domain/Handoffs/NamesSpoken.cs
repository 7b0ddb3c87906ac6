using System.Text.RegularExpressions;

namespace EmpathyBot.Domain.Handoffs;

/// <summary>Words that are written with a capital inside sentences, and never without: names, as far as a conversation shows them.</summary>
internal sealed partial class NamesSpoken
{
    private readonly HashSet<string> names;

    private NamesSpoken(HashSet<string> names) => this.names = names;

    /// <summary>The names in these texts.</summary>
    public static NamesSpoken In(IReadOnlyList<string> texts)
    {
        var names = texts.SelectMany(text => Inside().Matches(text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        names.ExceptWith(texts.SelectMany(text => Small().Matches(text)).Select(match => char.ToUpperInvariant(match.Value[0]) + match.Value[1..]));
        return new(names);
    }

    /// <summary>What is told, with a name at its beginning written as one.</summary>
    public Reported Restored(Reported told)
    {
        var first = EnglishWords.Bare(told.Words.Split(' ', 2)[0]);
        if (first.Length < 2 || told.Words[0] != first[0])
            return told;
        var capital = char.ToUpperInvariant(first[0]) + first[1..];
        return names.Contains(capital) ? told with { Words = capital[0] + told.Words[1..] } : told;
    }

    [GeneratedRegex(@"(?<=[\p{Ll}\p{Nd},] )\p{Lu}\p{Ll}+\b")]
    private static partial Regex Inside();

    [GeneratedRegex(@"(?<![\p{L}'’])\p{Ll}{2,}\b")]
    private static partial Regex Small();
}
