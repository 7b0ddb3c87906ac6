using System.Diagnostics.Metrics;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>Counts how often the second reader answered and why it did not.</summary>
internal sealed class LanguageMeter
{
    public const string Name = "EmpathyBot.Detection";

    private readonly Counter<long> _askings;

    public LanguageMeter(IMeterFactory meters) => _askings = meters.Create(Name).CreateCounter<long>(
        "empathybot.language.askings", "{asking}", "Messages that Azure AI Language was to read, by outcome: answered, or why it was read here only.");

    public void Answered() => _askings.Add(1, new KeyValuePair<string, object?>("outcome", "answered"));

    public void FellBack(string reason) => _askings.Add(1, new KeyValuePair<string, object?>("outcome", reason));
}
