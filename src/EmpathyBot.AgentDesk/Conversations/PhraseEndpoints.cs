using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Solving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EmpathyBot.AgentDesk.Conversations;

/// <summary>A sentence to edit and send, in the customer's language.</summary>
/// <param name="Id">Its id in the content.</param>
/// <param name="Emotion">What the customer feels for whom it is meant.</param>
/// <param name="Text">The sentence.</param>
internal sealed record DeskPhrase(string Id, string Emotion, string Text);

/// <param name="Items">Of every emotion, in the order of the content.</param>
internal sealed record PhrasesBody(IReadOnlyList<DeskPhrase> Items);

/// <summary>Sentences that agents find ready.</summary>
internal static class PhraseEndpoints
{
    public static void Map(IEndpointRouteBuilder desk) =>
        desk.MapGet("/conversations/{id}/phrases", ListAsync)
            .Produces<PhrasesBody>().Produces<DeskErrorBody>(StatusCodes.Status404NotFound)
            .WithName("DeskPhrases").WithSummary("Ready sentences by emotion, in the customer's language.");

    private static async Task<IResult> ListAsync(
        string id, IConversationStore conversations, IContentSource source, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(id, cancellationToken) is not { State: var conversation })
            return DeskRefusal.NoConversation;
        var content = source.Current;
        var variables = new Dictionary<string, object?> { [ContentMessages.Formal] = conversation.Formal };
        return TypedResults.Ok(new PhrasesBody(
        [
            .. content.AgentPhrases(conversation.Locale).Select(phrase =>
                new DeskPhrase(phrase.Id, phrase.Emotion.ToDeskCode(), content.Render(phrase.Template, variables))),
        ]));
    }
}
