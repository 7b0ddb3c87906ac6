using EmpathyBot.Text;
using Tokenizer = EmpathyBot.Text.Tokenizer;

namespace EmpathyBot.Tests.Text;

public sealed class TextTests
{
    [Theory]
    [InlineData("Where's my order?", "Where's|my|order|?")]
    [InlineData("It’s €39.99, really…", "It’s|€|39.99|,|really|…")]
    [InlineData("order #10,023", "order|#|10,023")]
    [InlineData("great :) 😡!", "great|:)|😡|!")]
    [InlineData("9:00-18:00", "9|:|00|-|18|:|00")]
    [InlineData("", "")]
    [InlineData(" \t\n\0 ", "")]
    [InlineData("l'été à Málaga", "l'été|à|Málaga")]
    public void Text_is_cut_into_tokens(string text, string expected)
    {
        var tokens = new List<string>();
        foreach (var token in Tokenizer.Tokens(text))
            tokens.Add(text.Substring(token.Start, token.Length));

        Assert.Equal(expected, string.Join('|', tokens));
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("a\udc00b")]
    [InlineData("\ud83d\ud83d\ude21")]
    public void Broken_surrogates_are_text_too(string text)
    {
        var length = 0;
        foreach (var token in Tokenizer.Tokens(text))
            length += token.Length;

        Assert.Equal(text.Length, length);
    }

    [Theory]
    [InlineData("Where's MY order??", "wheres my order")]
    [InlineData("nooooo!!", "no")]
    [InlineData("good", "good")]
    [InlineData("10023", "10023")]
    [InlineData("11111", "11111")]
    [InlineData("¿Qué?", "qué")]
    [InlineData("...", "")]
    public void Words_are_folded_for_comparing(string text, string folded)
    {
        Assert.Equal(folded, TextFolding.FoldWords(text));
    }

    [Fact]
    public void A_word_longer_than_any_language_has_is_cut()
    {
        Assert.Equal(Tokenizer.LongestWord, TextFolding.FoldWords(string.Concat(Enumerable.Repeat("ab", 5000))).Length);
    }

    [Theory]
    [InlineData("I waited. Where is it? Now!", "I waited|Where is it|Now")]
    [InlineData("It costs 39.99, not more", "It costs 39.99|not more")]
    [InlineData("my e-mail - the old one", "my e-mail|the old one")]
    [InlineData("line one\nline two", "line one|line two")]
    [InlineData("...", "")]
    public void Messages_are_cut_into_clauses(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Clauses.Split(text).Select(clause => text[clause].Trim())));
    }

    [Fact]
    public void Only_the_first_clauses_of_an_endless_message_are_looked_at()
    {
        Assert.Equal(Clauses.Most, Clauses.Split(string.Concat(Enumerable.Repeat("no. ", 1000))).Count);
    }

    [Fact]
    public void Features_are_words_runs_of_words_and_runs_of_letters()
    {
        var words = Extract("to be", new FeaturizerOptions { WordGrams = 2, LongestLetters = 0 });
        var letters = Extract("be", new FeaturizerOptions { WordGrams = 0, ShortestLetters = 2, LongestLetters = 3 });

        Assert.Equal(3, words.Count);
        Assert.All(words.Features.ToArray(), feature => Assert.Equal(0u, feature & Featurizer.LettersBit));
        // ^b be e$ ^be be$
        Assert.Equal(5, letters.Count);
        Assert.All(letters.Features.ToArray(), feature => Assert.NotEqual(0u, feature & Featurizer.LettersBit));
    }

    [Fact]
    public void Features_are_the_same_in_every_process()
    {
        Assert.Equal([FirstHashEver], Extract("Refund!", new FeaturizerOptions { WordGrams = 1, LongestLetters = 0 }).Features.ToArray());
    }

    [Fact]
    public void Numbers_are_all_one_word()
    {
        var options = new FeaturizerOptions { WordGrams = 2, LongestLetters = 0 };

        Assert.Equal(Extract("order 10001", options).Features.ToArray(), Extract("order 10,100", options).Features.ToArray());
    }

    [Fact]
    public void After_the_first_texts_extracting_allocates_nothing()
    {
        var featurizer = new Featurizer(new FeaturizerOptions());
        var vector = new FeatureVector();
        const string Text = "I've been waiting for 45 minutes, where is my refund?!";
        featurizer.Extract(Text, vector);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            featurizer.Extract(Text, vector);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_vector_adds_up_what_comes_twice()
    {
        var vector = new FeatureVector(1);
        vector.Add(7, 1);
        vector.Add(3, 2);
        vector.Add(7, 0.5f);
        vector.Merge();

        Assert.Equal([3u, 7u], vector.Features.ToArray());
        Assert.Equal([2f, 1.5f], vector.Values.ToArray());
    }

    [Fact]
    public void Words_and_letters_weigh_the_same_and_the_unknown_makes_a_text_short()
    {
        var texts = new[] { "where is my order", "where is my refund" }.Select(text => Extract(text, new FeaturizerOptions())).ToList();
        var vocabulary = Vocabulary.Build(RowsOf(texts));
        var weighed = new FeatureVector();

        vocabulary.Weigh(texts[0], weighed);
        var known = weighed.Values.ToArray().Sum(value => value * value);
        vocabulary.Weigh(Extract("where is zzzz qqqq", new FeaturizerOptions()), weighed);
        var strange = weighed.Values.ToArray().Sum(value => value * value);

        Assert.Equal(2, known, 3);
        Assert.True(strange < 1);
    }

    [Fact]
    public void The_trainer_separates_what_can_be_separated_and_repeats_itself()
    {
        string[] texts = ["where is my order", "track my order", "order late", "refund please", "my refund", "money refund", "hello", "good day"];
        int[] labels = [0, 0, 0, 1, 1, 1, -1, -1];
        var hashes = texts.Select(text => Extract(text, new FeaturizerOptions())).ToList();
        var vocabulary = Vocabulary.Build(RowsOf(hashes));
        var weighed = hashes.Select(vector =>
        {
            var row = new FeatureVector();
            vocabulary.Weigh(vector, row);
            return row;
        }).ToList();
        var rows = RowsOf(weighed);

        var model = LinearTrainer.Train(rows, labels, 2, vocabulary.Count, new LinearTrainerOptions());
        var again = LinearTrainer.Train(rows, labels, 2, vocabulary.Count, new LinearTrainerOptions { Threads = 1 });

        var scores = new float[2];
        for (var text = 0; text < texts.Length; text++)
        {
            model.Score(weighed[text], scores);
            Assert.Equal(labels[text] == 0, scores[0] > 0);
            Assert.Equal(labels[text] == 1, scores[1] > 0);
        }

        Assert.All(Enumerable.Range(0, vocabulary.Count), row => Assert.Equal(model.WeightsOf(row).ToArray(), again.WeightsOf(row).ToArray()));
    }

    [Fact]
    public void More_classes_than_a_block_holds_are_told_apart_too()
    {
        var rows = new FeatureRows();
        var labels = new List<int>();
        for (var at = 0; at < 200; at++)
        {
            var vector = new FeatureVector();
            vector.Add((uint)(at % 40), 1);
            vector.Add(40 + (uint)(at % 7), 0.5f);
            rows.Add(vector);
            labels.Add(at % 40);
        }

        var model = LinearTrainer.Train(rows, labels, 40, 47, new LinearTrainerOptions());

        var scores = new float[40];
        for (var label = 0; label < 40; label++)
        {
            var vector = new FeatureVector();
            vector.Add((uint)label, 1);
            model.Score(vector, scores);
            Assert.Equal(label, scores.AsSpan().IndexOf(scores.Max()));
        }
    }

    [Fact]
    public void A_model_passes_over_features_it_does_not_have()
    {
        var model = new LinearModel([1, 2, 3, 4], [0.5f, 0]);
        var vector = new FeatureVector();
        vector.Add(1, 2);
        vector.Add(99, 5);
        var scores = new float[2];

        model.Score(vector, scores);

        Assert.Equal([6.5f, 8f], scores);
    }

    [Fact]
    public void Weights_that_are_no_whole_rows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearModel([1, 2, 3], [0, 0]));
    }

    /// <summary>Stored models name features by hash: this number may never change.</summary>
    private const uint FirstHashEver = 1337127121;

    private static FeatureRows RowsOf(IEnumerable<FeatureVector> vectors)
    {
        var rows = new FeatureRows();
        foreach (var vector in vectors)
            rows.Add(vector);
        return rows;
    }

    private static FeatureVector Extract(string text, FeaturizerOptions options)
    {
        var vector = new FeatureVector();
        new Featurizer(options).Extract(text, vector);
        return vector;
    }
}
