using System.Collections.Frozen;
using EmpathyBot.Detection;
using EmpathyBot.Detection.Lexicon;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Detection;

public class LexiconTests
{
    private static readonly WordForms Forms = WordForms.Read(["im = i am", "pls = please"]);
    private static readonly PatternReader Reader = new(Forms, new Dictionary<string, FrozenSet<string>> { ["<time>"] = new[] { "week", "day" }.ToFrozenSet() });

    [Theory]
    [InlineData("still waiting", "I am still waiting", true)]
    [InlineData("still waiting", "still. waiting", false)]
    [InlineData("wait*", "still waiting", true)]
    [InlineData("talk ~ human", "talk to a human", true)]
    [InlineData("talk ~ human", "talk to a very very nice human", false)]
    [InlineData("talk ~5 human", "talk to a very nice human", true)]
    [InlineData("talk ~ human", "talk to, a human", false)]
    [InlineData("(so|very) late", "very late", true)]
    [InlineData("(so|very) late", "late", false)]
    [InlineData("(so|very)? late", "late", true)]
    [InlineData("very (much)? late", "very late", true)]
    [InlineData("<number> <time>", "3 week", true)]
    [InlineData("<number> <time>", "three day", true)]
    [InlineData("<number> <time>", "some day", false)]
    [InlineData("^ thanks", "thanks", true)]
    [InlineData("^ thanks", "many thanks", false)]
    [InlineData("^ thanks", "ok, thanks", true)]
    [InlineData("wait$", "I can wait", true)]
    [InlineData("wait$", "I can wait here", false)]
    [InlineData("isn't here", "it is not here", true)]
    [InlineData("i am here", "im here", true)]
    [InlineData("better (dead|if i (was|were) gone)", "better if i were gone", true)]
    public void A_line_of_the_lexicon_matches(string line, string text, bool matches)
    {
        var words = MessageText.Read(text, Forms, _ => true).Words;
        var patterns = Reader.Read(line, new Meaning(Role.Feeling), 1).ToList();

        Assert.Equal(matches, Enumerable.Range(0, words.Count).Any(at => patterns.Exists(pattern => pattern.Match(words, at) >= 0)));
    }

    [Theory]
    [InlineData("(a|b")]
    [InlineData("(a||b)")]
    [InlineData("(a)? (b)?")]
    [InlineData("<nothing> here")]
    public void A_line_that_cannot_be_read_is_refused_with_its_words(string line) =>
        Assert.Contains(
            line.Contains('<', StringComparison.Ordinal) ? "<nothing>" : line,
            Assert.Throws<FormatException>(() => Reader.Read(line, new Meaning(Role.Feeling), 1).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_detector_that_is_registered_already_stays()
    {
        var own = new FixedDetector();
        var services = new ServiceCollection().AddSingleton<IEmotionDetector>(own).AddDetection().BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<IEmotionDetector>());
    }

    private sealed class FixedDetector : IEmotionDetector
    {
        public ValueTask<MessageReading> ReadAsync(MessageToRead message, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new MessageReading(EmotionReading.NothingFound, MessageSignals.None));
    }
}
