using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench.Emotions.Measures;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>A second, blind labelling of some turns: what is handed out, and how far it agrees with the authors.</summary>
internal static class SecondReading
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Draws turns so that each primary emotion has its share of the corpus, and shuffles them.</summary>
    /// <returns>JSON lines of id, context and text: no label.</returns>
    public static string Sample(IReadOnlyList<CorpusDialogue> dialogues, int count, int seed)
    {
        var random = new Random(seed);
        var places = dialogues.SelectMany(dialogue => dialogue.CustomerTurns.Select(index => (Dialogue: dialogue, Index: index))).ToArray();
        if (count < 1 || count > places.Length)
            throw new InputException($"From {places.Length} turns, 1 to {places.Length} can be drawn, not {count}.");
        random.Shuffle(places);
        // Every n-th of the turns laid out label by label: that gives each label its share, to one turn.
        var laidOut = places.OrderBy(place => place.Dialogue.Turns[place.Index].Labels!.Primary).ToList();
        var drawn = Enumerable.Range(0, count).Select(at => laidOut[(int)((long)at * laidOut.Count / count)]).ToArray();
        random.Shuffle(drawn);

        var lines = new StringBuilder();
        foreach (var (dialogue, index) in drawn)
        {
            var message = dialogue.MessageToRead(index);
            var context = message.Earlier.Select(turn => new { turn.Role, turn.Text });
            lines.Append(JsonSerializer.Serialize(new { Id = dialogue.TurnId(index), Context = context, message.Text }, Options)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>Reads labels written as <c>id, tab, label words</c>, or as JSON lines <c>{id, labels}</c>.</summary>
    /// <exception cref="InputException">With file and line.</exception>
    public static IReadOnlyDictionary<string, TurnLabels> Read(FileInfo file)
    {
        Dictionary<string, TurnLabels> labels = [];
        foreach (var (number, line) in TextLines.Read(file))
        {
            if ((line.StartsWith('{') ? Fields(line) : line.Split('\t')) is not [var id, var words])
                throw new InputException($"{file}:{number}: A line is an id, a tab and the label words, or JSON with id and labels.");
            if (LabelCodes.Read(words, out var mistake) is not { } read)
                throw new InputException($"{file}:{number}: {mistake}");
            if (!labels.TryAdd(id.Trim(), read))
                throw new InputException($"{file}:{number}: {id} is labelled twice.");
        }

        return labels;
    }

    /// <summary>The agreement of the primary emotions, author by second reader.</summary>
    /// <exception cref="InputException">A turn is not in the corpus.</exception>
    public static ConfusionMatrix Agreement(IReadOnlyList<CorpusDialogue> dialogues, IReadOnlyDictionary<string, TurnLabels> second)
    {
        var matrix = new ConfusionMatrix(Enum.GetValues<Emotion>().Length);
        foreach (var (_, author, other) in Pairs(dialogues, second))
            matrix.Add((int)author.Primary, (int)other.Primary);
        return matrix;
    }

    /// <summary>The agreement as a page: kappa, a table by label and by signal, and each turn on which the two differ.</summary>
    public static string Markdown(IReadOnlyList<CorpusDialogue> dialogues, IReadOnlyDictionary<string, TurnLabels> second)
    {
        var pairs = Pairs(dialogues, second);
        var matrix = Agreement(dialogues, second);
        var page = new StringBuilder();
        Line($"{matrix.Items} turns labelled twice: {matrix.Accuracy:0.0 %} agree, kappa {matrix.Kappa:0.000}. Mean distance of the intensity {pairs.Average(pair => Math.Abs(pair.Author.Intensity - pair.Second.Intensity)):0.00}.\n");
        Line($"| emotion | author | second reader | both | F1 |\n|---|---:|---:|---:|---:|");
        foreach (var label in Evaluation.EmotionEvaluation.Labels)
            Line($"| {label.Code()} | {matrix.Support((int)label)} | {matrix.TimesRead((int)label)} | {matrix[(int)label, (int)label]} | {matrix.Score((int)label).F1:0.000} |");
        Line($"\n| signal | author | second reader | both | kappa |\n|---|---:|---:|---:|---:|");
        foreach (var signal in Evaluation.Signals.Names)
        {
            var two = new ConfusionMatrix(2);
            foreach (var (_, author, other) in pairs)
                two.Add(author.Signals.Names().Contains(signal) ? 1 : 0, other.Signals.Names().Contains(signal) ? 1 : 0);
            Line($"| {signal} | {two.Support(1)} | {two.TimesRead(1)} | {two[1, 1]} | {two.Kappa:0.000} |");
        }

        Line($"\n| turn | author | second reader |\n|---|---|---|");
        foreach (var (id, author, other) in pairs.Where(pair => pair.Author.Primary != pair.Second.Primary))
            Line($"| {id} | {author.Primary.Code()} {author.Intensity} | {other.Primary.Code()} {other.Intensity} |");
        return page.ToString();

        void Line(FormattableString text) => page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string[] Fields(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(line) is { } fields
                && fields.TryGetValue("id", out var id) && fields.TryGetValue("labels", out var labels) ? [id, labels] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static List<(string Id, TurnLabels Author, TurnLabels Second)> Pairs(
        IReadOnlyList<CorpusDialogue> dialogues, IReadOnlyDictionary<string, TurnLabels> second)
    {
        var authors = dialogues.SelectMany(dialogue => dialogue.CustomerTurns.Select(index => (Id: dialogue.TurnId(index), dialogue.Turns[index].Labels)))
            .ToDictionary(turn => turn.Id, turn => turn.Labels!);
        return [.. second.Select(pair => (pair.Key, authors.TryGetValue(pair.Key, out var author)
            ? author : throw new InputException($"The corpus has no turn {pair.Key} of a customer."), pair.Value))];
    }
}
