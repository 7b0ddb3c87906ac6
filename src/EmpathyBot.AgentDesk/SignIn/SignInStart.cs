using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Says at start, loudly, when anyone can sign in or nobody can.</summary>
internal sealed class SignInStart(
    DevelopmentSignIn development, IDeskAccountStore accounts, IOptions<DeskOptions> options, ILogger<SignInStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await development.IsOpenAsync(cancellationToken))
            SignInLog.OpenToAll(logger);
        else if (!options.Value.OpenId.IsOn && !await accounts.AnyAsync(cancellationToken))
            SignInLog.OpenToNobody(logger);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Event ids 6000–6009.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(6000, LogLevel.Warning, "The desk is open to anyone who reaches it: development sign-in, a name and no password.")]
    public static partial void OpenToAll(ILogger logger);

    [LoggerMessage(6001, LogLevel.Warning, "Nobody can sign in at the desk yet. Make the first account with the command desk-account add --name NAME --role supervisor.")]
    public static partial void OpenToNobody(ILogger logger);
}
