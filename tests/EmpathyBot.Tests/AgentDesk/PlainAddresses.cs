using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>Addresses of files as the website's channel makes them, without a signature that would open anything.</summary>
internal sealed class PlainAddresses : IAttachmentAddresses
{
    public Task<string> CreateAsync(string host, string conversationId, string attachmentId, CancellationToken cancellationToken) =>
        Task.FromResult($"{host}/v3/directline/attachments/{attachmentId}?exp=1&sig=none");
}
