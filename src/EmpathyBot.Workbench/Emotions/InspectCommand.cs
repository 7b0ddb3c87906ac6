using System.CommandLine;
using System.Globalization;
using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Workbench.Emotions;

/// <summary><c>inspect</c>: one reading, and which words made it so.</summary>
internal static class InspectCommand
{
    public static Command Create(TextWriter output)
    {
        var text = new Argument<string>("text") { Description = "The message" };
        var command = new Command("inspect", "Reads one message and says which words made the reading so.") { text };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(text), output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string text, TextWriter output, CancellationToken cancellationToken)
    {
        await using var provider = new ServiceCollection().AddDetection().BuildServiceProvider();
        var reading = await provider.GetRequiredService<IEmotionDetector>().ReadAsync(new MessageToRead(text, []), cancellationToken);
        var emotion = reading.Emotion!;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            emotion     {emotion.Primary}{(emotion.Secondary is { } second ? $", then {second}" : "")}
            intensity   {emotion.Intensity:0.00}
            urgency     {emotion.Urgency:0.00}
            confidence  {emotion.Confidence:0.00}{(emotion.IsSure ? "" : " (unsure: not acted upon)")}
            target      {emotion.Target}
            because of  {string.Join(", ", emotion.Cues.Select(cue => $"\"{cue.Text}\""))}
            signals     {string.Join(", ", reading.Signals.Names())}
            """));
        return 0;
    }
}
