using System.Text.Json.Nodes;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Bot.Conversations;

/// <summary>
/// Tells agents, in a note, that words of theirs did not reach the customer: else they would wait for an answer that cannot come.
/// </summary>
internal sealed class UndeliveredNote(IConversationStore conversations, TimeProvider time)
{
    private const int Tries = 5;
    private const int WordsQuoted = 80;

    /// <summary>Writes the note, if the words that were given up are an agent's.</summary>
    public async Task WriteAsync(OutboxItem givenUp, bool conversationClosed, CancellationToken cancellationToken)
    {
        var activity = JsonNode.Parse(givenUp.ActivityJson)!.AsObject();
        if ((string?)activity["from"]?["id"] != "agent" || (string?)activity["text"] is not { Length: > 0 } words)
            return;
        var quoted = words.Length > WordsQuoted ? words[..WordsQuoted].TrimEnd() + "…" : words;
        var text = $"\"{quoted}\" did not reach the customer: " + (conversationClosed
            ? "they blocked or removed the bot, or the conversation is gone. Nothing more reaches them here until they write again."
            : "their channel did not take it.");

        // Whoever writes at the same time wins; a note can wait a moment.
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await conversations.FindAsync(givenUp.ConversationId, cancellationToken) is not { } stored)
                return;
            var note = new NoteWritten(
                WireActivity.NewId(stored.Id), time.GetUtcNow(), "empathybot", "Assistant", SecretMask.Mask(text).Text, ForHolder: stored.State.Handoff.IsHeldByPerson);
            var commit = new TurnCommit { ConversationId = stored.Id, Version = stored.Version, State = stored.State.Apply(note), Events = [note] };
            if (await conversations.CommitAsync(commit, cancellationToken))
                return;
        }
    }
}
