using EmpathyBot.Text.Messages;
using EmpathyBot.Text.Phrases;

namespace EmpathyBot.Tests.Text;

public class PhraseTests
{
    private static readonly WordForms Forms = new(
        [new("im", "i am"), new("isn't", "is not"), new("pls", "please")], ["not"], ["but"], ["three"], ["good"]);

    private static readonly Dictionary<string, string[]> Groups = new() { ["<time>"] = ["week", "day"] };

    [Theory]
    [InlineData("still waiting", "I am still waiting", true)]
    [InlineData("still waiting", "still. waiting", false)]
    [InlineData("waiting", "waiting", true)]
    [InlineData("wait*", "still waiting", true)]
    [InlineData("wait*", "wai", false)]
    [InlineData("talk ~ human", "talk to a human", true)]
    [InlineData("talk ~ human", "talk to a very very nice human", false)]
    [InlineData("talk ~5 human", "talk to a very nice human", true)]
    [InlineData("talk ~ human", "talk to, a human", false)]
    [InlineData("(so|very) late", "very late", true)]
    [InlineData("(so|very) late", "late", false)]
    [InlineData("(so|very)? late", "late", true)]
    [InlineData("very (much)? late", "very late", true)]
    [InlineData("<number> <time>", "3 week", true)]
    [InlineData("<number> <time>", "3week", true)]
    [InlineData("<number> <time>", "three day", true)]
    [InlineData("<number> <time>", "some day", false)]
    [InlineData("^ thanks", "thanks", true)]
    [InlineData("^ thanks", "many thanks", false)]
    [InlineData("^ thanks", "ok, thanks", true)]
    [InlineData("wait$", "I can wait", true)]
    [InlineData("wait$", "I can wait here", false)]
    [InlineData("isn't here", "it is not here", true)]
    [InlineData("i am here", "im here", true)]
    [InlineData("qué tal", "que tal", true)]
    [InlineData("good day", "goooood DAY", true)]
    [InlineData("so late", "soooo lateee", true)]
    [InlineData("late", "l\u200Bate", true)]
    [InlineData("better (dead|if i (was|were) gone)", "better if i were gone", true)]
    public void A_line_is_found_where_it_stands(string line, string text, bool found)
    {
        var words = new MessageWords();
        var hits = new PhraseHits();
        words.Read(text, Forms);
        new PhraseBook(Forms, Groups, [(line, 7)]).Find(words, hits);

        Assert.Equal(found, hits.All.Length > 0);
        foreach (var hit in hits.All)
            Assert.Equal(7, hit.Tag);
    }

    [Theory]
    [InlineData("(a|b")]
    [InlineData("(a||b)")]
    [InlineData("(a)? (b)?")]
    [InlineData("<nothing> here")]
    public void A_line_that_cannot_be_read_is_refused(string line) =>
        Assert.Throws<FormatException>(() => new PhraseBook(Forms, Groups, [(line, 0)]));

    [Fact]
    public void A_phrase_has_the_same_name_in_every_book()
    {
        var words = new MessageWords();
        words.Read("still late", Forms);
        var (first, second) = (new PhraseHits(), new PhraseHits());

        new PhraseBook(Forms, Groups, [("late", 0)]).Find(words, first);
        new PhraseBook(Forms, Groups, [("never", 0), ("late", 1)]).Find(words, second);

        Assert.Equal(first.All[0].Line, second.All[0].Line);
    }
}
