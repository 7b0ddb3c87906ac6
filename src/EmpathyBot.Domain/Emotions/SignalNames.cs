namespace EmpathyBot.Domain.Emotions;

/// <summary>The names that signals have in records, on wires and in files.</summary>
public static class SignalNames
{
    /// <summary>The names of the signals that are set: <c>sarcasm repeat urgent wants_human abusive churn at_risk</c>.</summary>
    public static IReadOnlyList<string> Names(this MessageSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        List<string> names = [];
        Add(signals.Sarcasm, "sarcasm");
        Add(signals.Repeat, "repeat");
        Add(signals.Urgent, "urgent");
        Add(signals.WantsHuman, "wants_human");
        Add(signals.Abusive, "abusive");
        Add(signals.Churn, "churn");
        Add(signals.AtRisk, "at_risk");
        return names;

        void Add(bool isSet, string name)
        {
            if (isSet)
                names.Add(name);
        }
    }
}
