using System.CommandLine;
using System.Globalization;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Content;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Workbench.Emotions;

namespace EmpathyBot.Workbench.Solving;

/// <summary><c>try</c>: shows what a message would get, and why. It runs through the turn that customers get.</summary>
internal static class TryCommand
{
    private static readonly string[] NotCustomers = ["bot:", "agent:", "#"];

    public static Command Create(TextWriter output)
    {
        var text = new Argument<string?>("message") { Arity = ArgumentArity.ZeroOrOne, Description = "What the customer writes" };
        var file = new Option<FileInfo>("--file") { Description = "Many messages at once, one a line, written out as a Markdown table (docs/content.md)" };
        var locale = new Option<string>("--locale") { DefaultValueFactory = _ => "en", Description = "The language the conversation begins in" };
        var history = new Option<FileInfo>("--history") { Description = "What the customer wrote before, one message a line; lines of \"bot:\" and \"agent:\" are passed over" };
        var folder = new Option<DirectoryInfo>("--content") { DefaultValueFactory = _ => new DirectoryInfo("dialogs"), Description = "The folder of the content" };
        var command = new Command("try", "Shows what a message would get and why; nothing is stored, sent or asked of the shop's systems.") { text, file, locale, history, folder };
        command.Validators.Add(given =>
        {
            if (given.GetValue(text) is null == given.GetValue(file) is null)
                given.AddError("Give a message, or a file of messages with --file.");
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(file) is { } many
            ? TriedTable.WriteAsync(many, Load(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(locale)), parsed.GetRequiredValue(locale), output, cancellationToken)
            : RunAsync(
                parsed.GetRequiredValue(text)!, parsed.GetRequiredValue(locale), parsed.GetValue(history), parsed.GetRequiredValue(folder), output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string text, string locale, FileInfo? history, DirectoryInfo folder, TextWriter output, CancellationToken cancellationToken)
    {
        var rehearsal = new TurnRehearsal(Load(folder, locale), EmotionReaders.Open(), TimeProvider.System, locale);
        foreach (var (_, line) in history is null ? [] : TextLines.Read(history))
        {
            if (!Array.Exists(NotCustomers, mark => line.StartsWith(mark, StringComparison.OrdinalIgnoreCase)))
                await rehearsal.SayAsync(line.StartsWith("customer:", StringComparison.OrdinalIgnoreCase) ? line["customer:".Length..].Trim() : line.Trim(), cancellationToken);
        }

        foreach (var line in Lines(await rehearsal.SayAsync(text, cancellationToken)))
            await output.WriteLineAsync(line);
        return 0;
    }

    private static IContent Load(DirectoryInfo folder, string locale)
    {
        try
        {
            var content = ContentLoader.Load(folder.FullName, new ContentOptions().Locale);
            return content.Locales.Contains(locale)
                ? content
                : throw new InputException($"The content has no \"{locale}\". It has: {string.Join(", ", content.Locales)}.");
        }
        catch (ContentException broken)
        {
            throw new InputException(broken.Message, broken);
        }
    }

    private static IEnumerable<string> Lines(RehearsedTurn tried)
    {
        var turn = tried.Turn;
        if (turn.Reading is { } read)
        {
            yield return Line($"reading      {read.Primary}{(read.Secondary is { } second ? $", then {second}" : "")}, intensity {read.Intensity:0.00}, urgency {read.Urgency:0.00}, confidence {read.Confidence:0.00}{(read.IsSure ? "" : " (unsure: not acted upon)")}");
            yield return Line($"target       {read.Target}");
            yield return Line($"because of   {Listed(read.Cues.Select(cue => $"\"{cue.Text}\""))}");
        }
        else
        {
            yield return "reading      none";
        }

        yield return Line($"signals      {Listed(turn.Signals.Names())}");
        yield return Line($"request      {turn.Request}");
        yield return Line($"candidates   {Listed(turn.Match.Candidates.Select(candidate => string.Create(CultureInfo.InvariantCulture, $"{candidate.Id} {candidate.Score:0.00}")))}{(turn.Match.RefersBack ? " (refers back)" : "")}");
        if (turn.Match.Several.Count > 0)
            yield return Line($"several      {Listed(turn.Match.Several.Select(matter => matter.Id))}");
        foreach (var acknowledged in tried.Events.OfType<Acknowledged>())
            yield return Line($"act          {acknowledged.Act}, because {acknowledged.Reason}; phrase {acknowledged.PhraseId ?? "none"}");
        foreach (var decided in tried.Events.OfType<Decided>())
            yield return Line($"step         {decided.Step}, because {decided.Reason}");
        foreach (var call in tried.Calls)
            yield return Line($"would call   {call.Operation}({string.Join(", ", call.Arguments.Keys)}); the reply below is as if that were down");
        yield return "";
        foreach (var reply in tried.Replies)
            yield return reply;
        if (tried.Suggestions.Count > 0)
            yield return Line($"[{string.Join("] [", tried.Suggestions)}]");
    }

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } listed ? listed : "none";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
