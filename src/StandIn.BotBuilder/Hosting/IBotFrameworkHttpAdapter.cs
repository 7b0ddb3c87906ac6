using Microsoft.AspNetCore.Http;

namespace StandIn.Bot.Builder.Integration.AspNet.Core;

/// <summary>Serves a bot's HTTP endpoint.</summary>
public interface IBotFrameworkHttpAdapter
{
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}
