using System.Globalization;
using System.Text;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Workbench.Handoffs;

/// <summary>One thing said in a dialogue.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Role"><c>customer</c>, <c>bot</c> or <c>agent</c>.</param>
/// <param name="Text">What was said.</param>
internal sealed record DialogueTurn(int Number, string Role, string Text);

/// <summary>Whether a fact belongs into a brief.</summary>
internal enum FactNeed { Must, May, Never }

/// <summary>Something a dialogue tells, marked by hand.</summary>
/// <param name="Kind">number, product, date, amount, request, problem, attempt, promise, place, person or secret.</param>
/// <param name="Words">Words of the turn, verbatim.</param>
/// <param name="Turn">The turn they stand in.</param>
/// <param name="Need">Whether it belongs into a brief.</param>
internal sealed record LabelledFact(string Kind, string Words, int Turn, FactNeed Need);

/// <summary>A dialogue that ends in a handoff, with what its brief must tell.</summary>
internal sealed record LabelledDialogue(
    string Id, HandoffReason Reason, IReadOnlyList<DialogueTurn> Turns, string Wants, IReadOnlyList<LabelledFact> Facts, IReadOnlyList<string> Questions)
{
    private static readonly string[] Kinds = ["number", "product", "date", "amount", "request", "problem", "attempt", "promise", "place", "person", "secret"];

    /// <summary>Reads all dialogues of a folder, in the order of their names.</summary>
    /// <exception cref="InputException">There is none, or one is not in the format; the message names file and line.</exception>
    public static IReadOnlyList<LabelledDialogue> ReadAll(DirectoryInfo folder)
    {
        if (!folder.Exists)
            throw new InputException($"There is no folder {folder}.");
        var files = folder.GetFiles("*.txt").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Count > 0 ? [.. files.Select(Read)] : throw new InputException($"The folder {folder} holds no dialogue (.txt).");
    }

    /// <summary>Reads one dialogue.</summary>
    /// <exception cref="InputException">It is not in the format; the message names file and line.</exception>
    public static LabelledDialogue Read(FileInfo file)
    {
        HandoffReason? reason = null;
        var wants = "";
        var section = "";
        List<DialogueTurn> turns = [];
        List<LabelledFact> facts = [];
        List<string> questions = [];
        foreach (var (number, line) in TextLines.Read(file))
        {
            if (line.StartsWith("reason:", StringComparison.Ordinal))
                reason = Reasons().GetValueOrDefault(line["reason:".Length..].Trim()) ?? throw Wrong(file, number, "there is no such reason");
            else if (line.StartsWith("wants:", StringComparison.Ordinal))
                wants = line["wants:".Length..].Trim();
            else if (line.Trim() is "facts:" or "questions:")
                section = line.Trim();
            else if (section == "questions:" && line.StartsWith("- ", StringComparison.Ordinal))
                questions.Add(line[2..].Trim());
            else if (section == "facts:" && line.StartsWith("- ", StringComparison.Ordinal))
                facts.Add(Fact(file, number, line[2..], turns));
            else if (section.Length == 0)
                turns.Add(Turn(file, number, line, turns.Count + 1));
            else
                throw Wrong(file, number, "a line here begins with \"- \"");
        }

        if (reason is null || turns.Count == 0 || wants.Length == 0 || facts.Count == 0)
            throw new InputException($"{file.Name}: reason, turns, wants and facts must all be there.");
        return new(Path.GetFileNameWithoutExtension(file.Name), reason.Value, turns, wants, facts, questions);
    }

    private static Dictionary<string, HandoffReason?> Reasons() =>
        Enum.GetValues<HandoffReason>().ToDictionary(reason => reason.ToCode(), reason => (HandoffReason?)reason, StringComparer.Ordinal);

    private static DialogueTurn Turn(FileInfo file, int number, string line, int expected)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var head = colon < 0 ? [] : line[..colon].Split(' ');
        if (head.Length != 2 || head[1] is not ("customer" or "bot" or "agent"))
            throw Wrong(file, number, "a turn reads \"3 customer: what was said\", said by customer, bot or agent");
        if (!int.TryParse(head[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place != expected)
            throw Wrong(file, number, $"this must be turn {expected}");
        return new(place, head[1], line[(colon + 2)..].Trim());
    }

    private static LabelledFact Fact(FileInfo file, int number, string line, List<DialogueTurn> turns)
    {
        // The words may themselves hold a bar: kind is before the first, turn and need behind the last two.
        var parts = line.Split(" | ");
        if (parts.Length < 4)
            throw Wrong(file, number, "a fact reads \"- kind | words | turn | must, may or never\"");
        var (kind, words) = (parts[0].Trim(), string.Join(" | ", parts[1..^2]).Trim());
        if (!Kinds.Contains(kind))
            throw Wrong(file, number, $"the kind of a fact is one of {string.Join(", ", Kinds)}");
        if (!Enum.TryParse<FactNeed>(parts[^1].Trim(), ignoreCase: true, out var need) || !Enum.IsDefined(need))
            throw Wrong(file, number, "a fact ends in must, may or never");
        if (!int.TryParse(parts[^2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var turn) || turn < 1 || turn > turns.Count)
            throw Wrong(file, number, $"there is no turn {parts[^2].Trim()}");
        if (!turns[turn - 1].Text.Normalize(NormalizationForm.FormC).Contains(words.Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase))
            throw Wrong(file, number, $"turn {turn} does not say \"{words}\"");
        return new(kind, words, turn, need);
    }

    private static InputException Wrong(FileInfo file, int number, string what) => new($"{file.Name}, line {number}: {what}.");
}
