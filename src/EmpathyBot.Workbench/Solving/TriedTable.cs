using System.Globalization;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Workbench.Emotions;

namespace EmpathyBot.Workbench.Solving;

/// <summary>
/// <c>try --file</c>: what many messages would get, each in a conversation of its own, as a Markdown table to read aloud.
/// A line is a message; <c>#</c> begins a heading, <c>&gt;</c> a line of text, <c>[es]</c> a message in another language, and <c>&gt;&gt;</c> stands
/// between what was written before and the message that is shown.
/// </summary>
internal static class TriedTable
{
    private const string Then = " >> ";

    public static async Task<int> WriteAsync(FileInfo file, IContent content, string locale, TextWriter output, CancellationToken cancellationToken)
    {
        var reader = EmotionReaders.Open();
        var rows = 0;
        var inTable = false;
        foreach (var (number, line) in TextLines.Read(file))
        {
            if (line[0] is '#' or '>')
            {
                await output.WriteLineAsync((inTable ? "\n" : "") + (line[0] == '#' ? $"{line}\n" : line.Length > 1 ? line[2..] : ""));
                inTable = false;
                continue;
            }

            if (!inTable)
                await output.WriteLineAsync("| | the customer writes | read | act, because | step, because | the reply |\n|---|---|---|---|---|---|");
            inTable = true;
            var (language, messages) = Parse(line, locale);
            if (!content.Locales.Contains(language))
                throw new InputException($"{file.Name}({number}): the content has no \"{language}\". It has: {string.Join(", ", content.Locales)}.");
            var rehearsal = new TurnRehearsal(content, reader, TimeProvider.System, language, line);
            RehearsedTurn? tried = null;
            foreach (var message in messages)
                tried = await rehearsal.SayAsync(message, cancellationToken);
            await output.WriteLineAsync(Row(++rows, messages, tried!));
        }

        return 0;
    }

    private static (string Language, string[] Messages) Parse(string line, string locale)
    {
        var named = line.StartsWith('[') ? line.IndexOf(']', StringComparison.Ordinal) : -1;
        var language = named > 0 ? line[1..named] : locale;
        return (language, line[(named + 1)..].Split(Then, StringSplitOptions.TrimEntries));
    }

    private static string Row(int number, string[] messages, RehearsedTurn tried)
    {
        var acknowledged = tried.Events.OfType<Acknowledged>().Single();
        var steps = tried.Events.OfType<Decided>().Select(step => $"{step.Step}, {step.Reason}");
        var calls = tried.Calls.Select(call => $"would call {call.Operation}");
        var buttons = tried.Suggestions.Count > 0 ? $"\n[{string.Join("] [", tried.Suggestions)}]" : "";
        return Cells(
            number.ToString(CultureInfo.InvariantCulture), string.Join("\n*then:* ", messages), Read(tried.Turn.Reading, tried.Turn.Signals.Names()),
            $"`{acknowledged.Act}`\n{acknowledged.Reason}", string.Join('\n', steps.Concat(calls)), string.Join("\n\n", tried.Replies) + buttons);
    }

    private static string Read(EmotionReading? reading, IEnumerable<string> signals)
    {
        var feeling = reading switch
        {
            null => "not read",
            { Primary: Emotion.Neutral } => "neutral",
            { Target: EmotionTarget.Unknown } => string.Create(CultureInfo.InvariantCulture, $"{Words(reading.Primary)} {reading.Intensity:0.0}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Words(reading.Primary)} {reading.Intensity:0.0} at {Words(reading.Target)}"),
        };
        return string.Join('\n', [reading is { IsSure: false } ? feeling + "?" : feeling, .. signals]);
    }

    private static string Words<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Cells(params string[] cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>")))} |";
}
