using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary>Bounds what one conversation may post, at whichever nodes.</summary>
internal sealed class PostBudget(IOptions<DirectLineOptions> options, ISharedCounts shared, TimeProvider clock, ILogger<SharedBudget> logger)
{
    private readonly SharedBudget _posts = new("posts", TimeSpan.FromSeconds(10), shared, clock, logger);

    /// <summary>True while the conversation is within its budget; counts this post.</summary>
    public bool TrySpend(string conversationId) => _posts.TrySpend(conversationId, options.Value.MaxPostsPerTenSeconds);
}
