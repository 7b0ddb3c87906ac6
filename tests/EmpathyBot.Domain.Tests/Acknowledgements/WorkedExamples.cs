using EmpathyBot.Domain.Acknowledgements;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using static EmpathyBot.Domain.Acknowledgements.AcknowledgementAct;
using static EmpathyBot.Domain.Emotions.Emotion;
using static EmpathyBot.Domain.Emotions.EmotionTarget;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>The policy as a specification: what is said and read, what the bot does next, how it acknowledges and why.</summary>
public class WorkedExamples
{
    private static readonly Step Answer = new TellArticle("a");
    private static readonly Step Procedure = new StartProcedure("p");
    private static readonly Step HandOver = new HandOver(HandoffReason.AskedForPerson);
    private static readonly Step Close = new CloseMatter();
    private static readonly Step Ask = new AskWhatHappened();

    public static TheoryData<string, Emotion, double, EmotionTarget, string, AcknowledgementAct, string> FirstMessages => new()
    {
        // what the customer says                                       read        how much  about      next         act          reason
        { "Where is my refund?",                                        Neutral,        0,    Unknown,   "procedure", None,        "neutral" },
        { "I'm not angry, I just want to know when it ships",           Neutral,        0,    Unknown,   "answer",    None,        "neutral" },
        { "my order still hasn't arrived",                              Frustration,    0.67, Wait,      "procedure", Apologise,   "frustration-at-wait" },
        { "This is the third time I'm asking. Where is my refund?",     Frustration,    0.67, Wait,      "procedure", Apologise,   "frustration-at-wait" },
        { "45 minutes on hold and nobody picks up",                     Frustration,    0.67, Staff,     "ask",       Apologise,   "frustration-at-staff" },
        { "your app keeps crashing",                                    Frustration,    0.67, Product,   "answer",    Apologise,   "frustration-at-product" },
        { "why do I have to pay for the return",                        Frustration,    0.67, Policy,    "answer",    Validate,    "frustration-at-policy" },
        { "the courier left my parcel in the rain",                     Frustration,    0.67, ThirdParty,"ask",       Validate,    "frustration-at-third-party" },
        { "I dropped my new phone, so annoying",                        Frustration,    0.67, OwnLoss,   "answer",    Reflect,     "frustration-at-own-loss" },
        { "this is so annoying",                                        Frustration,    0.67, Unknown,   "ask",       Validate,    "frustration" },
        { "bit annoying that the parcel is late",                       Frustration,    0.3,  Wait,      "procedure", Reflect,     "mild-frustration" },
        { "WHERE IS MY REFUND",                                         Anger,          0.84, Wait,      "procedure", DeEscalate,  "strong-anger" },
        { "you people are useless",                                     Anger,          1,    Staff,     "ask",       DeEscalate,  "strong-anger" },
        { "your courier stole my parcel!!",                             Anger,          0.9,  ThirdParty,"ask",       DeEscalate,  "strong-anger" },
        { "I am angry that the parcel is late",                         Anger,          0.5,  Wait,      "procedure", Apologise,   "anger-at-wait" },
        { "angry about the torn jacket",                                Anger,          0.5,  Product,   "procedure", Apologise,   "anger-at-product" },
        { "your agent lied to me",                                      Anger,          0.5,  Staff,     "ask",       Apologise,   "anger-at-staff" },
        { "that fee makes me angry",                                    Anger,          0.5,  Policy,    "answer",    Validate,    "anger-at-policy" },
        { "the driver threw my parcel over the fence",                  Anger,          0.5,  ThirdParty,"ask",       Validate,    "anger-at-third-party" },
        { "I lost my own card, I could kick the wall",                  Anger,          0.5,  OwnLoss,   "answer",    Reflect,     "anger-at-own-loss" },
        { "it makes me angry",                                          Anger,          0.5,  Unknown,   "ask",       Validate,    "anger" },
        { "The jacket looks nothing like the picture",                  Disappointment, 0.67, Product,   "procedure", Apologise,   "disappointment-at-product" },
        { "it came too late for Christmas",                             Disappointment, 0.67, Wait,      "ask",       Apologise,   "disappointment-at-wait" },
        { "I expected better of your agent",                            Disappointment, 0.67, Staff,     "ask",       Apologise,   "disappointment-at-staff" },
        { "what a pity about my broken vase, my fault",                 Disappointment, 0.67, OwnLoss,   "answer",    Reflect,     "disappointment-at-own-loss" },
        { "I expected more",                                            Disappointment, 0.67, Unknown,   "ask",       Validate,    "disappointment" },
        { "a little let down by the colour of the scarf",               Disappointment, 0.3,  Product,   "answer",    Reflect,     "mild-disappointment" },
        { "I think someone has stolen my card",                         Anxiety,        0.67, ThirdParty,"answer",    Reassure,    "anxiety" },
        { "will I lose all my photos if I reset it?",                   Anxiety,        0.67, Product,   "answer",    Reassure,    "anxiety" },
        { "sorry I'm lost, which form is it",                           Confusion,      0.67, Unknown,   "answer",    Clarify,     "confusion" },
        { "this was meant for my late mother's memorial",               Sadness,        1,    OwnLoss,   "ask",       Reflect,     "own-loss" },
        { "I cried when the ruined dress came",                         Sadness,        0.9,  Product,   "procedure", Apologise,   "sadness-at-product" },
        { "I feel miserable",                                           Sadness,        0.67, Unknown,   "ask",       Reflect,     "sadness" },
        { "thank you so much, you've been really helpful",              Gratitude,      0.9,  Unknown,   "close",     Thank,       "gratitude" },
        { "thanks",                                                     Gratitude,      0.33, Unknown,   "close",     Thank,       "gratitude" },
        { "thanks, and what about the returns?",                        Gratitude,      0.33, Unknown,   "answer",    None,        "routine-thanks" },
        { "phew, it's finally working again",                           Relief,         0.67, Product,   "close",     Celebrate,   "relief" },
        { "I love the new jacket! Do you have it in blue?",             Joy,            0.67, Product,   "answer",    Celebrate,   "joy" },
        { "This is unacceptable, get me a manager",                     Anger,          1,    Staff,     "hand-over", DeEscalate,  "strong-anger" },
        { "a person please",                                            Neutral,        0,    Unknown,   "hand-over", None,        "neutral" },
        { "useless bot",                                                Anger,          0.8,  Bot,       "ask",       DeEscalate,  "strong-anger" },
        { "whatever, bye",                                              Frustration,    0.67, Wait,      "close",     None,        "nothing-to-move" },
    };

    [Theory]
    [MemberData(nameof(FirstMessages))]
    public void A_first_message_is_acknowledged(
        string text, Emotion emotion, double intensity, EmotionTarget target, string next, AcknowledgementAct act, string reason)
    {
        var turn = Some.Turn(text, Some.Reading(emotion, intensity, target));
        var step = next switch { "answer" => Answer, "procedure" => Procedure, "hand-over" => HandOver, "close" => Close, _ => Ask };

        var plan = AcknowledgementPolicy.Decide(Some.Conversation().Hearing(turn), turn, step);

        Assert.Equal((act, reason), (plan.Act, plan.Reason));
    }

    [Fact]
    public void The_customers_own_thing_and_time_can_be_named()
    {
        var turn = Some.Turn("two weeks and no sign of my blue jacket, third time I write", Some.Reading(Frustration, 0.67, Wait));

        var plan = AcknowledgementPolicy.Decide(Some.Conversation().Hearing(turn), turn, Procedure);

        Assert.Equal(new ConcreteMention("your blue jacket", "two weeks", "the third time"), plan.Mention);
    }
}
