using EmpathyBot.Text;
using EmpathyBot.Text.Messages;

namespace EmpathyBot.Tests.Text;

public class MessageTests
{
    private static readonly WordForms Forms = new([new("dont", "do not"), new("u", "you"), new("-'t", "not")], ["not", "never"], ["but"], ["three"], ["good"]);

    [Theory]
    [InlineData("Still WAITING", "^still$ ^waiting$")]
    [InlineData("sooooo gooood", "^so$ ^good$")]
    [InlineData("¿Dónde está?", "^donde$ ^esta$")]
    [InlineData("an\u200Bgr\u00ADy", "^angry$")]
    [InlineData("@SkyHop look https://x.y/z?a=1 me@you.org", "· ^look$ · ·")]
    [InlineData("45min for 39.99", "· ^min$ ^for$ ·")]
    [InlineData("my 3rd try", "^my$ ^3rd$ ^try$")]
    [InlineData("<b>no</b>", "^no$")]
    [InlineData("I can’t", "^i$ ^can't$ ·")]
    [InlineData("no :) 😡", "^no$ · ·")]
    [InlineData("\u0301\u0301", "")]
    public void A_message_is_cut_into_folded_words(string text, string letters)
    {
        var words = Read(text);

        Assert.Equal(letters, string.Join(' ', words.Words.ToArray().Select(word => word.LettersLength == 0 ? "·" : words.LettersOf(word).ToString())));
    }

    [Fact]
    public void A_slip_is_read_as_the_words_meant_but_stands_where_it_was_written()
    {
        var words = Read("I dont");

        Assert.Equal([WordForms.HashOf("i"), WordForms.HashOf("do"), WordForms.HashOf("not")], words.Words.ToArray().Select(word => word.Hash));
        Assert.Equal((2, 4), (words.Words[2].Start, words.Words[2].Length));
    }

    [Theory]
    [InlineData("not really very happy", true)]
    [InlineData("not happy", true)]
    [InlineData("it is not working, happy", false)]
    [InlineData("I never asked but happy", false)]
    [InlineData("not one two three four happy", false)]
    public void Not_reaches_three_words_within_its_clause(string text, bool negated) => Assert.Equal(negated, Read(text).Words[^1].IsNegated);

    [Fact]
    public void How_it_is_written_is_seen()
    {
        var shape = Read("WHERE IS MY REFUND?!! I waited... sooo long!").Shape;

        Assert.True(shape is { ShoutedWords: 2, LongestQuestion: 3, Bangs: 3, Dots: 1, Stretched: 1, Ending: '!', BeginsSmall: false });
        Assert.False(shape.IsShouted);
        Assert.True(Read("WHERE IS MY REFUND").Shape.IsShouted);
        Assert.False(Read("SKU ABC").Shape.IsShouted);
    }

    [Fact]
    public void Of_a_very_long_message_beginning_and_end_are_read()
    {
        var words = Read("first " + string.Concat(Enumerable.Repeat("filler ", 50_000)) + "last");

        Assert.Equal(WordForms.HashOf("first"), words.Words[0].Hash);
        Assert.Equal(WordForms.HashOf("last"), words.Words[^1].Hash);
        Assert.True(words.Count < 1_000);
    }

    [Fact]
    public void The_same_message_gives_the_same_features_and_each_stands_on_its_words()
    {
        var (first, second) = (Features("not happy at all"), Features("NOT happy, at all"));

        Assert.Contains(first.Keys.ToArray(), key => second.Keys.Contains(key));
        Assert.Equal(first.Keys.ToArray(), Features("not happy at all").Keys.ToArray());
        Assert.All(first.Places.ToArray(), place => Assert.InRange(place.To, place.From + 1, 4));
    }

    [Fact]
    public void Features_of_a_group_have_a_common_length()
    {
        var features = Features("one two three four five");
        features.EndGroup(2);
        var rows = new QuantizedRows([features.Keys[0], features.Keys[1]], [Half.One, Half.One], [(Half)3, (Half)4], new sbyte[2 * QuantizedRows.Block], QuantizedRows.Block);
        var (places, values) = (new int[features.Count], new float[features.Count]);
        rows.Weigh(features, places, values);

        Assert.Equal(2, Math.Sqrt(places.Zip(values).Where(pair => pair.First >= 0).Sum(pair => Math.Pow((float)rows.Factors[pair.First] * pair.Second, 2))), 3);
    }

    private static MessageWords Read(string text)
    {
        var words = new MessageWords();
        words.Read(text, Forms);
        return words;
    }

    private static MessageFeatures Features(string text)
    {
        var features = new MessageFeatures();
        MessageFeaturizer.AddWords(Read(text), features, 0);
        MessageFeaturizer.AddLetters(Read(text), features);
        return features;
    }
}
