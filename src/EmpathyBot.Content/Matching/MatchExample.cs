namespace EmpathyBot.Content.Matching;

/// <summary>A message and what it asks for.</summary>
/// <param name="Text">What a customer wrote.</param>
/// <param name="Label">Index of what it asks for; -1 for nothing in the content.</param>
internal sealed record MatchExample(string Text, int Label)
{
    public const int Outside = -1;
}
