using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.Bot.Identity;

/// <summary>Sets up who the bot is and whom it hears.</summary>
internal static class BotIdentityServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer of an identity provider that is read: keys of real ones take some kilobytes.</summary>
    private const int MaxAnswerBytes = 1024 * 1024;

    public static void AddBotIdentity(this IServiceCollection services)
    {
        services.AddHttpClient(SigningKeys.HttpClientName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, MaxAnswerBytes));
        services.TryAddSingleton(provider => BotIdentity.Read(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(provider => ChannelAddresses.Read(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<BotIdentity>()));
        services.TryAddSingleton<OutboundTokens>();
        services.TryAddSingleton<BotCredentials>();
        services.TryAddKeyedSingleton(IssuerOf.Channels, (provider, _) => Keys(provider, addresses => addresses.ChannelMetadata));
        services.TryAddKeyedSingleton(IssuerOf.Emulator, (provider, _) => Keys(provider, addresses => addresses.EmulatorMetadata));
        services.TryAddSingleton(provider => new InboundTokens(
            provider.GetRequiredService<BotIdentity>(),
            provider.GetRequiredService<ChannelAddresses>(),
            provider.GetRequiredKeyedService<SigningKeys>(IssuerOf.Channels),
            provider.GetRequiredKeyedService<SigningKeys>(IssuerOf.Emulator),
            provider.GetService<IHostEnvironment>()?.IsDevelopment() == true,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<InboundTokens>>()));
        services.TryAddSingleton<BotFrameworkAuthentication>(provider => new VerifiedAuthentication(
            provider.GetRequiredService<InboundTokens>(),
            new ConfigurationBotFrameworkAuthentication(
                provider.GetRequiredService<IConfiguration>(),
                provider.GetRequiredService<BotCredentials>(),
                httpClientFactory: provider.GetRequiredService<IHttpClientFactory>(),
                logger: provider.GetRequiredService<ILogger<VerifiedAuthentication>>())));
    }

    private static SigningKeys Keys(IServiceProvider provider, Func<ChannelAddresses, Uri> metadata) => new(
        metadata(provider.GetRequiredService<ChannelAddresses>()),
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<SigningKeys>>());

    private enum IssuerOf
    {
        Channels,
        Emulator,
    }
}
