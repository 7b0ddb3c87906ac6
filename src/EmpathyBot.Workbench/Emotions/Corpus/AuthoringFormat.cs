using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>Reads dialogues as authors write them; the format is described in <c>data/service-dialogues/README.md</c>.</summary>
internal static class AuthoringFormat
{
    /// <summary>Reads one file.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="file">Its name, for mistakes.</param>
    /// <param name="locale">The language it is written in.</param>
    /// <param name="mistakes">Receives each mistake as <c>file:line: plain sentence</c>. A turn with a mistake is left out.</param>
    public static IReadOnlyList<CorpusDialogue> Read(IEnumerable<string> lines, string file, string locale, ICollection<string> mistakes)
    {
        List<(int Line, CorpusDialogue Head, List<CorpusTurn> Turns)> read = [];
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var at = number;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (line.Contains('\uFFFD', StringComparison.Ordinal))
                Mistake("The line is not UTF-8.");
            else if (line.StartsWith("@ ", StringComparison.Ordinal))
            {
                if (Head(line[2..], locale, Mistake) is { } head)
                    read.Add((number, head, []));
            }
            else if (read.Count == 0)
            {
                Mistake("A turn stands before the first dialogue.");
            }
            else if (Turn(line, Mistake) is { } turn)
            {
                read[^1].Turns.Add(turn);
            }

            void Mistake(string sentence) => mistakes.Add($"{file}:{at}: {sentence}");
        }

        foreach (var (line, head, turns) in read)
        {
            if (turns.TrueForAll(turn => turn.Labels is null))
                mistakes.Add($"{file}:{line}: The customer says nothing in {head.Id}.");
        }

        return [.. read.Where(dialogue => dialogue.Turns.Any(turn => turn.Labels is not null)).Select(dialogue => dialogue.Head with { Turns = dialogue.Turns })];
    }

    private static CorpusDialogue? Head(string text, string locale, Action<string> mistake)
    {
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        if (parts is not [var id, var trade, var channel, var voice, var heading] || parts.Contains(""))
        {
            mistake("A dialogue begins with '@ id | trade | channel | voice | journey'.");
            return null;
        }

        if (channel is not ("post" or "chat" or "mail"))
            mistake($"The channel is post, chat or mail, not '{channel}'.");
        if (heading is not ("worse" or "better" or "same" or "-"))
            mistake($"The journey is worse, better, same or -, not '{heading}'.");
        EmotionTrend? journey = heading switch
        {
            "worse" => EmotionTrend.Rising, "better" => EmotionTrend.Falling, "same" => EmotionTrend.Steady, _ => null,
        };
        return new(id, locale, trade, channel, voice, journey, []);
    }

    private static CorpusTurn? Turn(string line, Action<string> mistake)
    {
        switch (line.Length > 1 && line[1] == ' ' ? line[0] : ' ')
        {
            case 'a': return Said("agent", line[2..], null, mistake);
            case 'b': return Said("bot", line[2..], null, mistake);
            case 'c':
                var bar = line.IndexOf(" | ", StringComparison.Ordinal);
                if (bar < 2)
                {
                    mistake("A customer's turn has ' | ' between its labels and its text.");
                    return null;
                }

                if (LabelCodes.Read(line[2..bar], out var wrong) is { } labels)
                    return Said("customer", line[(bar + 3)..], labels, mistake);
                mistake(wrong);
                return null;
            default:
                mistake("A line begins with '@ ', 'a ', 'b ' or 'c '.");
                return null;
        }
    }

    private static CorpusTurn? Said(string role, string text, TurnLabels? labels, Action<string> mistake)
    {
        var words = text.Replace("\\n", "\n", StringComparison.Ordinal).Trim();
        if (words.Length > 0)
            return new(role, words, labels);
        mistake("The turn says nothing.");
        return null;
    }
}
