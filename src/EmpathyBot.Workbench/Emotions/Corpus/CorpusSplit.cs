using System.Security.Cryptography;
using System.Text;

namespace EmpathyBot.Workbench.Emotions.Corpus;

/// <summary>What a dialogue is for: models learn from train, choices are made on dev, test only scores.</summary>
internal enum CorpusSplit { Train = 0, Dev, Test }

/// <summary>Divides dialogues 80 : 10 : 10 by their ids alone, so that a dialogue stays in its part however the corpus grows.</summary>
internal static class CorpusSplits
{
    public static CorpusSplit Of(string dialogueId) => (SHA256.HashData(Encoding.UTF8.GetBytes(dialogueId))[0] % 10) switch
    {
        0 => CorpusSplit.Test,
        1 => CorpusSplit.Dev,
        _ => CorpusSplit.Train,
    };
}
