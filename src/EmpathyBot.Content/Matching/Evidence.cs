namespace EmpathyBot.Content.Matching;

/// <summary>What speaks for one candidate: the numbers that calibration turns into how sure it is.</summary>
/// <param name="Score">The separator's own score.</param>
/// <param name="Lead">How far it is ahead of the next one, or behind the first.</param>
/// <param name="Nearness">Cosine to the nearest example of it.</param>
/// <param name="NearnessLead">How much nearer that is than the nearest example of anything else, outside included.</param>
/// <param name="Covered">How much of the message's words, the rarer the heavier, its examples have too, 0 to 1.</param>
internal readonly record struct Evidence(double Score, double Lead, double Nearness, double NearnessLead, double Covered)
{
    public const int Count = 6;

    public void CopyTo(Span<double> into)
    {
        into[0] = 1;
        into[1] = Score;
        into[2] = Lead;
        into[3] = Nearness;
        into[4] = NearnessLead;
        into[5] = Covered;
    }
}
