using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>What customers write, and what of it may be said back: in our person, in the right number, and nothing that hurts.</summary>
public class NamingTable
{
    [Theory]
    // person and number
    [InlineData("our parcels never came", "your parcels")]
    [InlineData("my wife's coat is torn", "the coat")]
    [InlineData("his parcel is missing", "the parcel")]
    [InlineData("I ordered two pairs of shoes", "the shoes")]
    [InlineData("a pair of boots without laces", "the boots")]
    [InlineData("my kids shoes are too small", "your kids' shoes")]
    [InlineData("my daughters birthday present", "the birthday present")]
    [InlineData("I ordered a black dress size 12", "the black dress")]
    [InlineData("where are those headphones", "the headphones")]
    [InlineData("your site is down again", "our site")]
    [InlineData("my first order with you", "your first order")]
    [InlineData("this new leather bag smells", "the new leather bag")]
    [InlineData("I want my money back", "your money")]
    [InlineData("my mother's ring is gone", "the ring")]
    [InlineData("my late husband's watch", "the watch")]
    [InlineData("the battery of my phone died", "the battery")]
    [InlineData("MY DELIVERY IS LATE", "your delivery")]
    // numbers and personal data stay out
    [InlineData("my order #88123 is missing", "your order")]
    [InlineData("my card 4111 1111 1111 1111 was charged twice", "your card")]
    [InlineData("my refund to DE89 3704 0044 0532 0130 00", "your refund")]
    [InlineData("the parcel for Anna Schmidt, 5 High Street", "the parcel")]
    [InlineData("my account anna@example.com is locked", "your account")]
    // insults and health stay out
    [InlineData("you bastards stole my ring", "your ring")]
    [InlineData("MY FUCKING PARCEL", "your parcel")]
    [InlineData("your pathetic delivery", "the delivery")]
    [InlineData("my wheelchair cushion is ripped", "the cushion")]
    [InlineData("the maternity dress does not fit", "the dress")]
    [InlineData("my hearing aid battery", null)]
    [InlineData("my insulin was in there", null)]
    [InlineData("my depression got worse over this", null)]
    // in passing, and not there yet
    [InlineData("45 minutes on the phone with you", null)]
    [InlineData("I told you by phone", null)]
    [InlineData("phone lines are dead", null)]
    [InlineData("he left it on the table outside", null)]
    [InlineData("the app crashes on my phone", "the app")]
    [InlineData("I paid with my card", null)]
    [InlineData("I bought it in your shop", null)]
    [InlineData("I want a refund", null)]
    [InlineData("I demand a refund for this jacket", "the jacket")]
    [InlineData("send me another replacement", null)]
    [InlineData("give me a ring", null)]
    [InlineData("in order to pay", null)]
    [InlineData("the delivery guy was rude", null)]
    [InlineData("you charged my card twice", null)]
    [InlineData("someone ordered a phone from my account", null)]
    [InlineData("somebody used my card", "your card")]
    [InlineData("the discount code doesn't work", "the discount code")]
    [InlineData("the linen sheets look nothing like the picture", "the linen sheets")]
    [InlineData("the shop assistant laughed at me", null)]
    public void Things(string text, string? thing) => Assert.Equal(thing, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Thing);

    [Theory]
    [InlineData("waiting half an hour now", "half an hour")]
    [InlineData("I have waited fourteen days", "fourteen days")]
    [InlineData("it broke. I have waited two weeks", "two weeks")]
    [InlineData("ordered 3 weeks ago, nothing", "three weeks")]
    [InlineData("2 months waiting for a reply", "two months")]
    [InlineData("no answer since march", "since March")]
    [InlineData("I have been waiting since last Christmas", "since last Christmas")]
    [InlineData("waiting a fortnight", "a fortnight")]
    [InlineData("bought it two years ago and now it is dead", null)]
    [InlineData("two weeks ago I received the wrong one", null)]
    [InlineData("I've been ill for two weeks", null)]
    [InlineData("in hospital since Monday", null)]
    [InlineData("my wife has been sick for three days", null)]
    [InlineData("I was on holiday for two weeks", null)]
    [InlineData("a customer since January", null)]
    [InlineData("I have used it since Tuesday", null)]
    [InlineData("the voucher is valid for 6 months", null)]
    [InlineData("I have 2 weeks to return it", null)]
    [InlineData("it said 2-3 weeks", null)]
    [InlineData("2.5 weeks", null)]
    [InlineData("two weeks before my wedding", null)]
    [InlineData("I only have 3 days left", null)]
    [InlineData("a 12 months subscription", null)]
    [InlineData("I work 10 hours a day", null)]
    [InlineData("she died two weeks ago", null)]
    public void Waits(string text, string? span) => Assert.Equal(span, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Span);

    [Theory]
    [InlineData("this is the 2nd time I write to you", "the second time")]
    [InlineData("third time now that I have to call", "the third time")]
    [InlineData("3rd time my parcel got lost", null)]
    [InlineData("third time lucky", null)]
    [InlineData("for the second time, where is it", "the second time")]
    public void Repetitions(string text, string? count) => Assert.Equal(count, ConcreteMentionFinder.Find(text, ShippedWords.English.Naming).Count);

    [Theory]
    //          earlier, the nearest last                              now                             thing            span         count
    [InlineData("where is my blue jacket",                            "still nothing",                "your blue jacket", null,       null)]
    [InlineData("I have waited two weeks for my refund",              "this is ridiculous",           "your refund",   "two weeks",   null)]
    [InlineData("where is my parcel",                                 "two weeks now!",               "your parcel",   "two weeks",   null)]
    [InlineData("where is my parcel",                                 "third time I'm asking",        "your parcel",   null,          "the third time")]
    [InlineData("third time I ask about my parcel",                   "well?",                        "your parcel",   null,          null)]
    [InlineData("45 minutes waiting for my refund",                   "come on",                      "your refund",   null,          null)]
    [InlineData("I have waited two weeks for my refund",              "and where are my shoes",       "your shoes",    null,          null)]
    [InlineData("my coat is missing|it was my parcel",                "hello?",                       "your parcel",   null,          null)]
    [InlineData("my coat is missing|ok",                              "hello?",                       "your coat",     null,          null)]
    [InlineData("you idiots|my password is hunter2",                  "hello?",                       null,            null,          null)]
    public void What_this_message_leaves_open_is_taken_from_an_earlier_one(string earlier, string now, string? thing, string? span, string? count)
    {
        var before = ConcreteMentionFinder.FindEarlier(earlier.Split('|').Reverse(), ShippedWords.English.Naming, awaited: true);

        Assert.Equal(new(thing, span, count), ConcreteMentionFinder.Find(now, ShippedWords.English.Naming, awaited: true).Or(before));
    }

    [Theory]
    [InlineData("My mother died last week", true)]
    [InlineData("my grandmother sadly passed away in May", true)]
    [InlineData("it was for my late husband's birthday", true)]
    [InlineData("I lost my dog on Friday", true)]
    [InlineData("after the death of my father", true)]
    [InlineData("the battery of my phone died", false)]
    [InlineData("my son's phone died", false)]
    [InlineData("my husband says the lamp died", false)]
    [InlineData("my mum's parcel is late", false)]
    [InlineData("I lost my card", false)]
    [InlineData("I am dying to try it on my daughter", false)]
    [InlineData("", false)]
    public void Deaths(string text, bool spokenOf) => Assert.Equal(spokenOf, ShippedWords.English.Naming.Losses.StandIn(text));

    [Theory]
    [InlineData("Mi padre falleció y quiero devolver el traje", true)]
    [InlineData("falleció mi abuela hace un mes", true)]
    [InlineData("desde la muerte de mi marido", true)]
    [InlineData("se me murió el móvil", false)]
    [InlineData("perdí mi tarjeta", false)]
    public void Deaths_in_Spanish(string text, bool spokenOf) => Assert.Equal(spokenOf, ShippedWords.Spanish.Naming.Losses.StandIn(text));
}
