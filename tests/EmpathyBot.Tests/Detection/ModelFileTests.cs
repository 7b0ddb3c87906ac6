using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Text;

namespace EmpathyBot.Tests.Detection;

/// <summary>A model that cannot be used stops the start with a sentence that says what to do.</summary>
public class ModelFileTests
{
    private static readonly LanguageLexicon Lexicon = LanguageLexicon.Open("en");

    [Fact]
    public void What_was_written_is_read()
    {
        var bytes = ModelFile.Write(Small());
        var read = ModelFile.Read(bytes, "en.model", "en", Lexicon);

        Assert.Equal(bytes, ModelFile.Write(read));
        Assert.Equal(0.5f * 3, read.Rows.WeightOf(read.Rows.RowOf(7), 1), 3);
        Assert.Equal(-1, read.Rows.RowOf(8));
    }

    [Fact]
    public void The_shipped_models_are_small_enough()
    {
        foreach (var model in LanguageModel.Shared)
            Assert.InRange(ModelFile.Write(model.Model).Length, 1, 2 * 1024 * 1024);
    }

    [Theory]
    [InlineData(0, "is empty")]
    [InlineData(3, "is no emotion model")]
    [InlineData(35, "is no emotion model")]
    [InlineData(100, "cut short")]
    public void A_file_cut_short_is_refused(int length, string because) => Refused(ModelFile.Write(Small())[..length], because);

    [Fact]
    public void A_file_that_is_something_else_is_refused() => Refused([.. Enumerable.Repeat((byte)'a', 5_000)], "is no emotion model");

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var bytes = ModelFile.Write(Small());
        for (var at = 4; at < bytes.Length; at += 7)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x40;
            Refused(changed, "damaged");
        }
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused_though_the_checksum_fits() => Refused(ModelFile.Write(Small() with { Biases = new float[5] }), "do not fit together");

    [Fact]
    public void Another_language_is_refused() => Refused(ModelFile.Write(Small() with { Locale = "fr" }), "reads 'fr', and one for 'en' is needed");

    [Fact]
    public void Another_format_is_refused() => Refused(Resigned(4, 9), "has format 9");

    [Fact]
    public void Other_features_are_refused() => Refused(Resigned(6, 200), "was trained with version 200 of the features");

    [Fact]
    public void Other_word_lists_are_refused() => Refused(ModelFile.Write(Small() with { LexiconFingerprint = 1 }), "other word lists");

    /// <summary>A model with one byte changed and a checksum that fits it.</summary>
    private static byte[] Resigned(int at, byte value)
    {
        var bytes = ModelFile.Write(Small());
        bytes[at] = value;
        System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32), bytes.AsSpan(bytes.Length - 32));
        return bytes;
    }

    private static void Refused(byte[] bytes, string because)
    {
        var refusal = Assert.Throws<ModelFileException>(() => ModelFile.Read(bytes, "en.model", "en", Lexicon));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("en.model", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("train", refusal.Message, StringComparison.Ordinal);
    }

    private static EmotionModel Small() => new()
    {
        Locale = "en",
        LexiconFingerprint = Lexicon.Fingerprint,
        Rows = new([7], [(Half)0.5f], [Half.One], [.. Enumerable.Range(2, EmotionHeads.Count).Select(cell => (sbyte)cell)], EmotionHeads.Count),
        Biases = new float[EmotionHeads.Count],
        Calibration = [0, 1],
        SecondFrom = 0.2f,
        UrgentFrom = 0.5f,
        SignalsFrom = new float[EmotionHeads.SignalCount],
    };
}
