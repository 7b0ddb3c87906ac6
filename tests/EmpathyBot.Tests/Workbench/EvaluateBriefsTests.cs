using EmpathyBot.Tests.Conventions;
using EmpathyBot.Workbench.Handoffs;
using static EmpathyBot.Tests.Workbench.Workspace;

namespace EmpathyBot.Tests.Workbench;

public sealed class EvaluateBriefsTests : IDisposable
{
    private const string Dialogue = """
        reason: asked-for-person
        1 customer: I paid 59.90 for order 10023 and the lamp is broken.
        2 bot: I'm sorry. Please don't share your PIN.
        3 customer: my pin is 7009. I want my money back.
        wants: A refund for the broken lamp.
        facts:
        - amount | 59.90 | 1 | must
        - problem | the lamp is broken | 1 | must
        - secret | 7009 | 3 | never
        questions:
        - wanted: a refund
        """;

    private readonly Workspace _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dev", 62)]
    [InlineData("test", 32)]
    public async Task The_briefs_of_the_written_dialogues_hold_to_their_facts(string part, int dialogues)
    {
        var folder = new DirectoryInfo(Path.Combine(Repository.Root, "data", "handoff-dialogues", "en", part));

        var scored = await BriefedFolder.OfAsync(part, LabelledDialogue.ReadAll(folder), CancellationToken.None);

        Assert.Equal(dialogues, scored.Dialogues.Count);
        Assert.Equal(0, scored.Leaks);
        Assert.True(scored.Precision >= 0.98, $"precision {scored.Precision:0.000}");
        Assert.True(scored.Recall >= Floor(part), $"recall {scored.Recall:0.000}");
        Assert.All(scored.Dialogues, item => Assert.InRange(item.Facts.Words, 1, 150));
    }

    [Fact]
    public async Task Figures_a_page_and_printed_briefs_come_out()
    {
        _folder.Write("set/lamp.txt", Dialogue);

        var (code, report, error) = await RunAsync(
            "evaluate-briefs", "--data", _folder.Path("set"), "--print", _folder.Path("printed"), "--show", "lamp", "--json", _folder.Path("scores.json"), "--out", _folder.Path("scores.md"));

        Assert.Equal(0, code);
        Assert.Contains("Writing the briefs of 1 dialogues of set.", error);
        Assert.Contains("| set | 1 | 100.0 % | 100.0 % | 100.0 % | 0 |", report);
        Assert.Contains("## lamp", report);
        Assert.Equal(report, _folder.Read("scores.md"));
        Assert.Contains("\"recall\": 1", _folder.Read("scores.json"));
        Assert.Contains("Do not ask again:", _folder.Read("printed/lamp.txt"));
        Assert.DoesNotContain("7009", _folder.Read("printed/lamp.txt"));
        Assert.DoesNotContain("7009", report);
    }

    [Fact]
    public async Task Summaries_are_scored_beside_a_constant_and_a_template()
    {
        var file = _folder.Write("summaries.jsonl", """
            {"id": "a", "turns": [{"role": "customer", "text": "Where is my parcel?"}, {"role": "agent", "text": "Please send us the number."}], "summary": "The customer asks where their parcel is. The agent asked them to send the number."}
            {"id": "b", "turns": [{"role": "customer", "text": "Thanks!"}], "summary": "The customer says thanks."}
            """);

        var (code, report, _) = await RunAsync("evaluate-briefs", "--summaries", file);

        Assert.Equal(0, code);
        Assert.Contains("| first | constant text |", report);
        Assert.Contains("| second | template |", report);
        Assert.Contains("| first | ours |", report);
    }

    [Theory]
    [InlineData("reason: no-such-reason\n1 customer: hi", "line 1: there is no such reason")]
    [InlineData("reason: at-risk\n2 customer: hi", "line 2: this must be turn 1")]
    [InlineData("reason: at-risk\n1 robot: hi", "line 2: a turn reads")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\n- number | 7 | must", "line 5: a fact reads")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\n- weather | hi | 1 | must", "line 5: the kind of a fact is one of")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\n- number | hi | 2 | must", "line 5: there is no turn 2")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\n- number | hi | 1 | perhaps", "line 5: a fact ends in must, may or never")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\n- number | ho | 1 | must", "line 5: turn 1 does not say \"ho\"")]
    [InlineData("reason: at-risk\n1 customer: hi\nwants: x\nfacts:\nnumber", "line 5: a line here begins with")]
    [InlineData("reason: at-risk\n1 customer: hi", "must all be there")]
    public async Task A_mistake_in_a_dialogue_is_told_with_its_line(string text, string told)
    {
        _folder.Write("set/broken.txt", text);

        var (code, _, error) = await RunAsync("evaluate-briefs", "--data", _folder.Path("set"));

        Assert.Equal(2, code);
        Assert.Contains("broken.txt", error);
        Assert.Contains(told, error);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"id\": \"a\", \"summary\": \"x\"}")]
    [InlineData("{\"id\": \"a\", \"turns\": [], \"summary\": \"x\"}")]
    [InlineData("{\"id\": \"a\", \"turns\": [{\"role\": \"cat\", \"text\": \"x\"}], \"summary\": \"x\"}")]
    [InlineData("{\"id\": \"a\", \"turns\": [{\"role\": \"customer\", \"text\": \"x\"}], \"summary\": null}")]
    public async Task A_line_that_is_no_summarised_dialogue_is_told_with_its_number(string line)
    {
        var file = _folder.Write("summaries.jsonl", line);

        var (code, _, error) = await RunAsync("evaluate-briefs", "--summaries", file);

        Assert.Equal(2, code);
        Assert.Contains("summaries.jsonl, line 1", error);
    }

    [Fact]
    public async Task Nothing_to_score_an_empty_folder_and_an_unknown_name_are_refused()
    {
        Directory.CreateDirectory(_folder.Path("empty"));
        _folder.Write("set/lamp.txt", Dialogue);

        Assert.Equal(2, (await RunAsync("evaluate-briefs")).Code);
        Assert.Contains("holds no dialogue", (await RunAsync("evaluate-briefs", "--data", _folder.Path("empty"))).Error);
        Assert.Contains("There is no folder", (await RunAsync("evaluate-briefs", "--data", _folder.Path("missing"))).Error);
        Assert.Contains("There is no dialogue sofa to show", (await RunAsync("evaluate-briefs", "--data", _folder.Path("set"), "--show", "sofa")).Error);
    }

    [Theory]
    [InlineData("the cat sat on the mat", "the cat sat on the mat", 1, 1, 1)]
    [InlineData("the cat", "a dog", 0, 0, 0)]
    [InlineData("police killed the gunman", "police kill the gunman", 1, 1, 1)]
    [InlineData("the gunman police killed", "police killed the gunman", 1, 0.667, 0.5)]
    [InlineData("", "a dog", 0, 0, 0)]
    public void Rouge_counts_words_pairs_and_the_longest_common_row(string ours, string theirs, double one, double two, double longest)
    {
        var score = Rouge.Score(ours, theirs);

        Assert.Equal((one, two, longest), (Math.Round(score.One, 3), Math.Round(score.Two, 3), Math.Round(score.Longest, 3)));
    }

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("relational", "relat")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("electricity", "electr")]
    [InlineData("adjustment", "adjust")]
    [InlineData("controlling", "control")]
    [InlineData("delivered", "deliv")]
    public void Words_are_cut_to_the_stems_that_Porter_gives(string word, string stem)
    {
        Assert.Equal(stem, PorterStemmer.Stem(word));
    }

    private static double Floor(string part) => part == "dev" ? 0.9 : 0.8;
}
