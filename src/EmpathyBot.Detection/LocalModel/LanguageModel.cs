namespace EmpathyBot.Detection.LocalModel;

/// <summary>All that reads one language: its word lists and the model trained with them.</summary>
internal sealed record LanguageModel(LanguageLexicon Lexicon, EmotionModel Model)
{
    /// <summary>The languages shipped; the first is the one expected when a message is too short to tell.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ["en", "es"];

    private static readonly Lazy<IReadOnlyList<LanguageModel>> Opened = new(OpenShipped);

    /// <summary>The models built into this assembly, opened once a process.</summary>
    /// <exception cref="ModelFileException">One is missing or cannot be used.</exception>
    public static IReadOnlyList<LanguageModel> Shared => Opened.Value;

    /// <summary>The models built into this assembly.</summary>
    /// <exception cref="ModelFileException">One is missing or cannot be used.</exception>
    private static IReadOnlyList<LanguageModel> OpenShipped() => [.. Shipped.Select(locale => Open(locale, $"LocalModel/{locale}.model", ReadShipped(locale)))];

    /// <summary>A model from the bytes of a file, of whatever language it is.</summary>
    /// <exception cref="ModelFileException">It cannot be used.</exception>
    public static LanguageModel Open(byte[] bytes, string name) => Open(ModelFile.LocaleOf(bytes, name), name, bytes);

    private static LanguageModel Open(string locale, string name, byte[] bytes)
    {
        var lexicon = LanguageLexicon.Open(locale);
        return new(lexicon, ModelFile.Read(bytes, name, locale, lexicon));
    }

    private static byte[] ReadShipped(string locale)
    {
        using var stream = typeof(LanguageModel).Assembly.GetManifestResourceStream($"LocalModel/{locale}.model")
            ?? throw new ModelFileException($"LocalModel/{locale}.model", "is missing");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
