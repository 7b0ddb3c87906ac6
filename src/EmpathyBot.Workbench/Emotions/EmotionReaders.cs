using EmpathyBot.Detection;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Workbench.Emotions;

/// <summary>What reads the messages of a file.</summary>
internal static class EmotionReaders
{
    /// <summary>The detector the bot itself would use.</summary>
    public static IEmotionDetector Open() => new ServiceCollection().AddDetection().BuildServiceProvider().GetRequiredService<IEmotionDetector>();

    /// <summary>The detector with a model from a file; null for the one the bot itself would use.</summary>
    /// <exception cref="InputException">The file is missing, damaged or foreign.</exception>
    public static IEmotionDetector Open(FileInfo? model)
    {
        if (model is null)
            return Open();
        if (!model.Exists)
            throw new InputException($"There is no file {model}.");
        try
        {
            return new LocalModelDetector([LanguageModel.Open(File.ReadAllBytes(model.FullName), model.Name)]);
        }
        catch (ModelFileException unusable)
        {
            throw new InputException(unusable.Message, unusable);
        }
    }
}
