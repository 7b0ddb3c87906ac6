namespace EmpathyBot.Workbench.Emotions.Training;

/// <summary>How a model is trained. What stands here was chosen on the dev part.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Where chance begins.</summary>
    public uint Seed { get; init; } = 1;

    /// <summary>How many models are trained and averaged.</summary>
    public int Averaged { get; init; } = 3;

    /// <summary>Passes over the examples.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>How far a step goes at first; it shrinks to nothing over the passes.</summary>
    public float Rate { get; init; } = 0.08f;

    /// <summary>How strongly weights are drawn to zero.</summary>
    public float Decay { get; init; } = 2e-4f;

    /// <summary>The share of features left out, others each time, so that none is relied on alone.</summary>
    public float LeftOut { get; init; } = 0.2f;

    /// <summary>How much of a message with two feelings the second one gets.</summary>
    public float SecondShare { get; init; } = 0.3f;

    /// <summary>Features of fewer messages are not kept.</summary>
    public int Fewest { get; init; } = 2;

    /// <summary>Rows in the model at most.</summary>
    public int MostRows { get; init; } = 48_000;

    /// <summary>How much more a message that speaks of harm counts when its signal is learnt: there are few, and none may be missed.</summary>
    public float HarmWeight { get; init; } = 10;

    /// <summary>Messages of harm from which on they count more. Of fewer, the words would be learnt by heart.</summary>
    public int HarmFrom { get; init; } = 200;

    /// <summary>How far rare feelings are weighed up: 0 not at all, 1 so that all count alike.</summary>
    public float Balance { get; init; } = 0.5f;
}
