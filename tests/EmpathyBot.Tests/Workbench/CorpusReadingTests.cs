using EmpathyBot.Domain.Emotions;
using EmpathyBot.Workbench;
using EmpathyBot.Workbench.Emotions.Corpus;

namespace EmpathyBot.Tests.Workbench;

public sealed class CorpusReadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("corpus");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_dialogue_is_read_with_all_that_its_author_says_of_it()
    {
        var dialogue = Assert.Single(Read("""
            @ airline-kim-01-01 | airline | post | terse | worse

            c fru2 wait repeat u2 | @SkyHop third try, app wont open\nanyone there
            a Which flight? ^JB
            b What is your booking reference?
            c ang3+anx bot wants_human | i just TOLD you
            """));

        Assert.Equal(("airline-kim-01-01", "en", "airline", "post", "terse", EmotionTrend.Rising),
            (dialogue.Id, dialogue.Locale, dialogue.Trade, dialogue.Channel, dialogue.Voice, dialogue.Journey));
        Assert.Equal(["customer", "agent", "bot", "customer"], dialogue.Turns.Select(turn => turn.Role));
        Assert.Equal("@SkyHop third try, app wont open\nanyone there", dialogue.Turns[0].Text);
        Assert.Equal(
            new TurnLabels(Emotion.Frustration, null, 2, 2, EmotionTarget.Wait, new() { Repeat = true, Urgent = true }), dialogue.Turns[0].Labels);
        Assert.Equal(
            new TurnLabels(Emotion.Anger, Emotion.Anxiety, 3, 0, EmotionTarget.Bot, new() { WantsHuman = true }), dialogue.Turns[3].Labels);
        Assert.Equal([0, 3], dialogue.CustomerTurns);
    }

    [Fact]
    public void A_turn_is_given_with_at_most_six_turns_before_it()
    {
        var turns = string.Join('\n', Enumerable.Range(0, 9).Select(number => $"c neu0 | number {number}"));
        var dialogue = Assert.Single(Read($"@ shop-kim-01-01 | shop | chat | plain | same\n{turns}"));

        var last = dialogue.MessageToRead(8);
        Assert.Equal("number 8", last.Text);
        Assert.Equal(["number 2", "number 3", "number 4", "number 5", "number 6", "number 7"], last.Earlier.Select(turn => turn.Text));
    }

    [Theory]
    [InlineData("c neu0 | hello", "x.txt:1: A turn stands before the first dialogue.")]
    [InlineData("@ a | shop | post | -", "x.txt:1: A dialogue begins with '@ id | trade | channel | voice | journey'.")]
    [InlineData("@ a | shop | phone | dry | -\nc neu0 | hi", "x.txt:1: The channel is post, chat or mail, not 'phone'.")]
    [InlineData("@ a | shop | post | dry | up\nc neu0 | hi", "x.txt:1: The journey is worse, better, same or -, not 'up'.")]
    [InlineData("@ a | shop | post | dry | -\nc neu0 hi", "x.txt:2: A customer's turn has ' | ' between its labels and its text.")]
    [InlineData("@ a | shop | post | dry | -\nc | hi", "x.txt:2: A customer's turn has ' | ' between its labels and its text.")]
    [InlineData("@ a | shop | post | dry | -\nc fru | hi", "x.txt:2: A customer's turn begins with an emotion and its strength, such as fru2 or neu0.")]
    [InlineData("@ a | shop | post | dry | -\nc mad2 | hi", "x.txt:2: There is no emotion 'mad'.")]
    [InlineData("@ a | shop | post | dry | -\nc fru2+mad | hi", "x.txt:2: There is no emotion 'mad'.")]
    [InlineData("@ a | shop | post | dry | -\nc fru2+fru | hi", "x.txt:2: The second emotion is the same as the first.")]
    [InlineData("@ a | shop | post | dry | -\nc fru0 | hi", "x.txt:2: Strength 0 belongs to neutral and to nothing else.")]
    [InlineData("@ a | shop | post | dry | -\nc neu1 | hi", "x.txt:2: Strength 0 belongs to neutral and to nothing else.")]
    [InlineData("@ a | shop | post | dry | -\nc fru2 late | hi", "x.txt:2: The word 'late' is not a target, u1, u2 or a signal.")]
    [InlineData("@ a | shop | post | dry | -\nc fru2 |  \u0020", "x.txt:2: The turn says nothing.")]
    [InlineData("@ a | shop | post | dry | -\nhello", "x.txt:2: A line begins with '@ ', 'a ', 'b ' or 'c '.")]
    [InlineData("@ a | shop | post | dry | -\nc neu0 | caf\uFFFD", "x.txt:2: The line is not UTF-8.")]
    [InlineData("@ a | shop | post | dry | -\na hello", "x.txt:1: The customer says nothing in a.")]
    public void A_mistake_is_told_with_file_and_line(string text, string mistake)
    {
        List<string> mistakes = [];
        AuthoringFormat.Read(text.Split('\n'), "x.txt", "en", mistakes);
        Assert.Contains(mistake, mistakes);
    }

    [Fact]
    public void A_folder_is_read_in_one_order_with_its_locales()
    {
        Write("es/shop/luz-01.txt", "@ es-1 | shop | post | seca | -\nc neu0 | hola");
        Write("en/train/kim-01.txt", "@ en-2 | train | post | dry | -\nc neu0 | hi");
        Write("en/bank/kim-01.txt", "@ en-1 | bank | post | dry | -\nc neu0 | hi");

        Assert.Equal(["en-1", "en-2", "es-1"], CorpusFolder.Read(_folder.FullName).Select(dialogue => dialogue.Id));
        Assert.Equal(["es-1"], CorpusFolder.Read(_folder.FullName, "es").Select(dialogue => dialogue.Id));
    }

    [Fact]
    public void Two_dialogues_never_share_an_id()
    {
        Write("en/bank/kim-01.txt", "@ one | bank | post | dry | -\nc neu0 | hi");
        Write("en/bank/kim-02.txt", "@ one | bank | post | dry | -\nc neu0 | hello");
        var refused = Assert.Throws<InputException>(() => CorpusFolder.Read(_folder.FullName));
        Assert.Equal("The id one is given to 2 dialogues.", refused.Message);
    }

    [Fact]
    public void A_folder_without_dialogues_is_refused()
    {
        Assert.Contains("There is no dialogue", Assert.Throws<InputException>(() => CorpusFolder.Read(_folder.FullName)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no folder", Assert.Throws<InputException>(() => CorpusFolder.Read(_folder.FullName + "-gone")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_split_depends_on_the_id_alone_and_is_about_eight_to_one_to_one()
    {
        var parts = Enumerable.Range(0, 5000).Select(number => CorpusSplits.Of($"shop-kim-01-{number}")).ToLookup(part => part);

        Assert.InRange(parts[CorpusSplit.Train].Count(), 3850, 4150);
        Assert.InRange(parts[CorpusSplit.Dev].Count(), 400, 600);
        Assert.InRange(parts[CorpusSplit.Test].Count(), 400, 600);
        Assert.Equal(CorpusSplits.Of("shop-kim-01-7"), CorpusSplits.Of("shop-kim-01-7"));
    }

    private static IReadOnlyList<CorpusDialogue> Read(string text)
    {
        List<string> mistakes = [];
        var dialogues = AuthoringFormat.Read(text.Split('\n'), "x.txt", "en", mistakes);
        Assert.Empty(mistakes);
        return dialogues;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
