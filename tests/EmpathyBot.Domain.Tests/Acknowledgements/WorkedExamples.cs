using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;
using static EmpathyBot.Domain.Emotions.Emotion;
using static EmpathyBot.Domain.Emotions.EmotionTarget;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>The policy as a specification: each line of the table of worked examples in docs/acknowledging.md, played.</summary>
public class WorkedExamples
{
    private static readonly Dictionary<string, EmotionTarget> Targets = new()
    {
        [""] = Unknown, ["our wait"] = Wait, ["our product"] = Product, ["our staff"] = Staff, ["our rule"] = EmotionTarget.Policy,
        ["a third party"] = ThirdParty, ["their own mishap"] = OwnLoss, ["the bot"] = EmotionTarget.Bot,
    };

    private static readonly Dictionary<string, Step> Steps = new()
    {
        ["answer"] = new TellArticle("a"), ["procedure"] = new StartProcedure("p"), ["ask"] = new AskWhatHappened(), ["no answer"] = new AskToRephrase(), ["close"] = new CloseMatter(),
        ["a person"] = new HandOver(HandoffReason.AskedForPerson), ["offer of a person"] = new OfferPerson(HandoffReason.NotUnderstood),
    };

    private static readonly Dictionary<string, Func<Conversation, Conversation>> Histories = new()
    {
        [""] = fresh => fresh,
        ["reading switched off"] = fresh => fresh.Apply(new ReadingSwitched("t0", Some.Time, false)),
        ["wanted no sympathy"] = fresh => fresh.Apply(new SympathySkipped("t0", Some.Time)),
        ["a person is there"] = fresh => fresh.Apply(new HandoffMoved("t0", Some.Time, "k", HandoffState.Accepted, HandoffReason.AskedForPerson, "Ann")),
        ["was answered"] = fresh => fresh.Apply(new ArticleTold("t0", Some.Time, "a", "returns")),
        ["the bot failed once"] = fresh => fresh.Apply(new NotUnderstood("t0", Some.Time)).Apply(new BotFailed("t0", Some.Time, "store")),
        ["asked where the blue jacket is"] = fresh => After(fresh, "where is my blue jacket", Some.Reading(Neutral, 0)),
        ["was reassured"] = fresh => After(fresh, "I'm worried", Some.Reading(Anxiety)),
        ["apologised for the wait"] = LateParcel,
        ["apologised for the wait, then solved"] = fresh => LateParcel(fresh).Apply(new MatterSolved("t9", Some.Time)),
        ["apologised for the wait, then thanked"] = fresh => LateParcel(fresh).Hearing(Some.Turn("ok", Some.Reading(Gratitude))),
        ["apologised for the jacket"] = fresh => After(fresh, "the jacket is torn", Some.Reading(Frustration, 0.67, Product)),
    };

    public static TheoryData<string> Lines => [.. Table()];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_policy_does_what_the_document_says(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var (text, read, about, before, next) = (cells[0], cells[1], cells[3], cells[4], cells[5]);
        var turn = Heard(text, read, cells[2], Targets[about]);

        var plan = AcknowledgementPolicy.Decide(Histories[before](Some.Conversation()).Hearing(turn), turn, Steps[next]);

        var names = string.Join(" · ", new[] { plan.Mention.Thing, plan.Mention.Span, plan.Mention.Count, plan.Mention.Mishap?.Said }.OfType<string>());
        var act = char.ToLowerInvariant($"{plan.Act}"[0]) + $"{plan.Act}"[1..];
        Assert.Equal($"`{act}` `{plan.Reason}` {names}", $"{cells[6]} {cells[7]} {cells[8]}");
    }

    [Fact]
    public void The_document_shows_every_act_and_every_rule_of_the_table()
    {
        var reasons = Table().Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToLookup(cells => cells[7].Trim('`'), cells => cells[6].Trim('`'));

        Assert.All(AcknowledgementRules.All, rule => Assert.Contains(rule.Act, reasons[rule.Reason].Select(act => Enum.Parse<AcknowledgementAct>(act, ignoreCase: true))));
        Assert.All(Enum.GetValues<AcknowledgementAct>(), act => Assert.Contains($"{act}", reasons.SelectMany(acts => acts), StringComparer.OrdinalIgnoreCase));
    }

    private static Turn Heard(string text, string read, string strength, EmotionTarget about) => read switch
    {
        "" => Some.Turn(text),
        "at risk" => Some.Turn(text, signals: new() { AtRisk = true }),
        "asks for no sympathy" => Some.Turn(text) with { Request = CustomerRequest.SkipSympathy },
        "corrects the reading" => Some.Turn(text) with { Request = CustomerRequest.CorrectReading },
        _ => Some.Turn(text, Some.Reading(
            Enum.Parse<Emotion>(read.TrimEnd('?'), ignoreCase: true), strength is "" ? 0 : double.Parse(strength, System.Globalization.CultureInfo.InvariantCulture),
            about, read.EndsWith('?') ? 0.3 : 0.8)),
    };

    private static Conversation LateParcel(Conversation fresh) => After(fresh, "my parcel is two weeks late", Some.Reading(Frustration, 0.67, Wait));

    private static Conversation After(Conversation conversation, string text, EmotionReading reading)
    {
        var turn = Some.Turn(text, reading) with { Id = "t0" };
        var heard = conversation.Hearing(turn);
        return heard.Saying(turn, AcknowledgementPolicy.Decide(heard, turn, Steps["procedure"]));
    }

    private static IEnumerable<string> Table() => File.ReadLines(Document()).SkipWhile(line => line != "## Worked examples").Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith('|')).Skip(2);

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EmpathyBot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The repository is not above the tests."), "docs", "acknowledging.md");
    }
}
