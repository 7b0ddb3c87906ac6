using EmpathyBot.Bot.Conversations;
using EmpathyBot.Bot.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot;

/// <summary>
/// Speaks with Bot Framework channels over <c>POST /api/messages</c>. A message is stored and answered with 200 before
/// its turn runs; only what must be answered in the response itself (invoke, expectReplies) runs at once.
/// </summary>
internal sealed class AdapterWithErrorHandler : CloudAdapter
{
    public AdapterWithErrorHandler(
        IConfiguration configuration, IHttpClientFactory httpClientFactory, ILogger<AdapterWithErrorHandler> logger,
        AcceptanceMiddleware acceptance, UnitOfWorkMiddleware unitOfWork, FailedTurn failedTurn)
        : base(configuration, httpClientFactory, logger)
    {
        Use(acceptance);
        Use(unitOfWork);
        OnTurnError = failedTurn.RecoverAsync;
    }
}
