using EmpathyBot.Text;

namespace EmpathyBot.Content.Matching;

/// <summary>
/// The parts of a message that may each hold the request: the whole, its clauses, and what is joined in one clause.
/// Anger around a question must not hide it.
/// </summary>
internal sealed class MessageParts(IReadOnlySet<string> joins, Func<string, bool> goesOn)
{
    /// <summary>Shorter pieces ("Twice.") may mean anything by themselves: they are read with the one before.</summary>
    private const int Shortest = 3;

    private static readonly char[] SentenceEnds = ['.', '!', '?', ';', '\n', '\r'];

    /// <summary>The parts, the whole message among them; one when there is only one.</summary>
    public IReadOnlyList<string> Of(string text)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var clause in Clauses.Split(text))
        {
            if (CountWords(text.AsSpan()[clause]) < Shortest && parts.Count > 0)
                parts[^1] = text[from..clause.End];
            else
                parts.Add(text[(from = clause.Start.Value)..clause.End]);
        }

        var joined = parts.SelectMany(part => Unjoin(part, joins.Contains)).ToList();
        return parts.Count == 1 && joined.Count == 0 ? parts : [.. parts.Count == 1 ? [] : parts, .. joined, text];
    }

    /// <summary>The sentences of a message, and what is joined in one: each may ask for something of its own.</summary>
    public IReadOnlyList<string> Sentences(string text)
    {
        var sentences = text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries).Where(sentence => CountWords(sentence) >= Shortest).Take(Clauses.Most);
        return [.. sentences.SelectMany(sentence => Unjoin(sentence, word => joins.Contains(word) && goesOn(word)) is { Count: > 0 } sides ? sides : [sentence])];
    }

    /// <summary>Both sides of the words that join, when each side is long enough to say something; else nothing.</summary>
    private static List<string> Unjoin(string clause, Func<string, bool> isJoin)
    {
        var sides = new List<string>();
        var from = 0;
        foreach (var token in Tokenizer.Tokens(clause))
        {
            if (token.Kind != TokenKind.Word || !isJoin(TextFolding.FoldWords(clause.AsSpan(token.Start, token.Length))))
                continue;
            var rest = token.Start + token.Length;
            if (CountWords(clause.AsSpan()[from..token.Start]) < Shortest || CountWords(clause.AsSpan(rest)) < Shortest)
                continue;
            sides.Add(clause[from..token.Start]);
            from = rest;
        }

        if (from > 0)
            sides.Add(clause[from..]);
        return sides;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var token in Tokenizer.Tokens(text))
            words += token.Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        return words;
    }
}
