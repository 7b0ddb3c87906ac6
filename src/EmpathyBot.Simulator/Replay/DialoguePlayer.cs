using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.Simulator.Replay;

/// <summary>Plays the customer of one dialogue over Direct Line and reads the bot's decisions from the desk's API.</summary>
internal sealed class DialoguePlayer(HttpClient http, string deskKey)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(50);

    public async Task<PlayedDialogue> PlayAsync(Dialogue dialogue, CancellationToken cancellationToken)
    {
        string? conversationId = null;
        var turns = new List<PlayedTurn>();
        var handedOver = false;
        string? error = null;
        try
        {
            var line = await CustomerLine.StartAsync(http, cancellationToken);
            conversationId = line.ConversationId;
            foreach (var turn in dialogue.Turns.Where(turn => turn.Role == "customer"))
            {
                var played = await PlayTurnAsync(line, turn.Text, cancellationToken);
                turns.Add(played);
                if (line.HandedOver || played.Replies.Count == 0)
                    break;
            }

            handedOver = line.HandedOver;
            turns = await WithDecisionsAsync(conversationId, turns, cancellationToken);
        }
        // One dialogue that fails is a line in the report, not the end of the others.
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            error = exception.Message;
        }

        return new(dialogue.Id, conversationId, turns, handedOver, error);
    }

    private static async Task<PlayedTurn> PlayTurnAsync(CustomerLine line, string text, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var turnId = await line.SayAsync(text, cancellationToken);
        List<string> replies = [];
        while (replies.Count == 0 && watch.Elapsed < AnswerWithin)
        {
            replies.AddRange(await line.ReadRepliesAsync(turnId, cancellationToken));
            if (replies.Count == 0)
                await Task.Delay(AskEvery, cancellationToken);
        }

        return new(turnId, text, null, 0, 0, [], null, null, null, null, null, replies, watch.Elapsed.TotalMilliseconds);
    }

    private async Task<List<PlayedTurn>> WithDecisionsAsync(string conversationId, List<PlayedTurn> turns, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/desk/conversations/{Uri.EscapeDataString(conversationId)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", deskKey);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var conversation = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        var byId = (conversation?["turns"]?.AsArray() ?? []).OfType<JsonObject>()
            .Where(turn => (string?)turn["role"] == "customer")
            .ToDictionary(turn => (string)turn["id"]!);
        return [.. turns.Select(turn => byId.TryGetValue(turn.TurnId, out var seen) ? With(turn, seen) : turn)];
    }

    private static PlayedTurn With(PlayedTurn turn, JsonObject seen) => turn with
    {
        Emotion = (string?)seen["reading"]?["primary"],
        Intensity = (double?)seen["reading"]?["intensity"] ?? 0,
        Confidence = (double?)seen["reading"]?["confidence"] ?? 0,
        Signals = [.. (seen["signals"]?.AsArray() ?? []).Select(signal => (string)signal!)],
        Act = (string?)seen["decision"]?["act"],
        Reason = (string?)seen["decision"]?["reason"],
        PhraseId = (string?)seen["decision"]?["phraseId"],
        Step = (string?)seen["decision"]?["step"],
        StepReason = (string?)seen["decision"]?["stepReason"],
        OfferedFor = (string?)seen["decision"]?["offered"],
    };
}
