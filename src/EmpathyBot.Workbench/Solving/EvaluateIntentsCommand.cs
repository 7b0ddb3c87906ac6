using System.CommandLine;
using System.Diagnostics;
using EmpathyBot.Content;
using EmpathyBot.Content.Matching;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Text;

namespace EmpathyBot.Workbench.Solving;

/// <summary><c>evaluate-intents</c>: compares what the matcher finds with labels.</summary>
internal static class EvaluateIntentsCommand
{
    private const int Fifths = 5;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var data = new Option<string[]>("--data", "--test") { Required = true, Description = "Labelled messages: .csv or .tsv (text, label), .jsonl, or .json#list; may be packed (.gz), may be given more than once" };
        var train = new Option<string[]>("--train") { Description = "Trains on the examples of these files, of the same forms, instead of on the content" };
        var content = new Option<DirectoryInfo>("--content") { DefaultValueFactory = _ => new DirectoryInfo("dialogs"), Description = "The folder of the content" };
        var locale = new Option<string>("--locale") { DefaultValueFactory = _ => "en", Description = "The language of the content that is scored" };
        var fifth = new Option<int?>("--fifth") { Description = "1 to 5: holds this fifth of the data out and trains on the other four" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Another seed makes other fifths" };
        var outside = new Option<string[]>("--outside") { DefaultValueFactory = _ => ["none", "oos", "outside"], Description = "Labels that mean: asks for nothing of it" };
        var json = new Option<FileInfo>("--json") { Description = "Writes all figures here as JSON" };
        var page = new Option<FileInfo>("--out") { Description = "Writes the report here as Markdown" };
        var command = new Command("evaluate-intents", "Scores how well messages find what they ask for.") { data, train, content, locale, fifth, seed, outside, json, page };
        command.SetAction(parsed =>
        {
            var names = parsed.GetRequiredValue(data);
            var isOutside = parsed.GetRequiredValue(outside).ToHashSet(StringComparer.Ordinal);
            var trainNames = parsed.GetValue(train) ?? [];
            var held = parsed.GetValue(fifth);
            if (held is < 1 or > Fifths)
                throw new InputException($"--fifth must be from 1 to {Fifths}.");
            if (held is not null && trainNames.Length > 0)
                throw new InputException("--fifth trains on the rest of the data: leave --train away.");
            List<LabelledText> scored = [.. names.SelectMany(LabelledTexts.Read)];
            List<LabelledText> examples = [.. trainNames.SelectMany(LabelledTexts.Read)];
            if (held is { } number)
                (examples, scored) = Split(scored, number, parsed.GetValue(seed));
            var hashes = names.Select(name => $"{Path.GetFileName(name)} (sha256 {FileHash.Of(new FileInfo(name.Split('#')[0]))[..12]})").ToList();

            var (match, run) = examples.Count > 0
                ? Train(examples, isOutside, new(hashes, held is null ? string.Join(", ", trainNames.Select(Path.GetFileName)) : "the rest of the data", examples.Count, 0, null, held, parsed.GetValue(seed)))
                : Load(parsed.GetRequiredValue(content), parsed.GetRequiredValue(locale), hashes);
            error.WriteLine($"Matching {scored.Count} messages.");
            var scores = IntentScores.Of([.. scored.Select(message => (message, match(message.Text).Candidates is [var best, ..] ? best : null))], isOutside.Contains);
            var report = IntentReport.Markdown(run, scores);
            if (parsed.GetValue(json) is { } jsonFile)
                WholeFile.Write(jsonFile, IntentReport.Json(run, scores));
            if (parsed.GetValue(page) is { } pageFile)
                WholeFile.Write(pageFile, report);
            output.Write(report);
            return 0;
        });
        return command;
    }

    private static (Func<string, ContentMatch> Match, IntentRun Run) Train(List<LabelledText> examples, HashSet<string> outside, IntentRun run)
    {
        var labels = examples.Select(example => example.Label).Where(label => !outside.Contains(label)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (labels.Count < 2)
            throw new InputException("At least two labels are needed to train on.");
        var places = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        var words = MatchingWords.None with { Outside = [.. examples.Where(example => outside.Contains(example.Label)).Select(example => example.Text)] };
        var watch = Stopwatch.StartNew();
        var matcher = ContentMatcher.Train(
            [.. labels.Select(label => new ContentCandidate(ContentKind.Article, label, label, 0))],
            [.. examples.Where(example => !outside.Contains(example.Label)).Select(example => new MatchExample(example.Text, places[example.Label]))],
            words);
        return (text => matcher.Match(text), run with { Targets = labels.Count, Seconds = watch.Elapsed.TotalSeconds });
    }

    private static (Func<string, ContentMatch> Match, IntentRun Run) Load(DirectoryInfo folder, string locale, List<string> hashes)
    {
        try
        {
            var content = (LoadedContent)ContentLoader.Load(folder.FullName, new ContentOptions().Locale);
            if (!content.Locales.Contains(locale))
                throw new InputException($"The content has no \"{locale}\". It has: {string.Join(", ", content.Locales)}.");
            var (targets, examples) = content.Size(locale);
            return (text => content.Match(text, locale), new(hashes, $"the content, \"{locale}\"", examples, targets, null, null, 0));
        }
        catch (ContentException broken)
        {
            throw new InputException(broken.Message, broken);
        }
    }

    /// <summary>Fifths by a hash of text and seed: they depend on nothing else, not on the order of the file.</summary>
    private static (List<LabelledText> Kept, List<LabelledText> Held) Split(List<LabelledText> data, int fifth, int seed)
    {
        var ordered = data.Distinct().OrderBy(item => TextHash.Mix(TextHash.Of(item.Text), (uint)seed)).ThenBy(item => item.Text, StringComparer.Ordinal).ToList();
        if (ordered.Count < Fifths)
            throw new InputException($"The data has {ordered.Count} different messages: too few for fifths.");
        return ([.. ordered.Where((_, at) => at % Fifths != fifth - 1)], [.. ordered.Where((_, at) => at % Fifths == fifth - 1)]);
    }
}
