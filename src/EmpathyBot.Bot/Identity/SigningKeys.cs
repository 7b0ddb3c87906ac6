using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Bot.Identity;

/// <summary>
/// The public keys of an issuer, read from its OpenID metadata: kept for a day, and asked for anew when a token names a key
/// that is not among them, at most once an hour, so that forged names cannot be used to make this host ask.
/// </summary>
/// <remarks>Safe for use by many requests at once; they share one question.</remarks>
internal sealed class SigningKeys(Uri metadata, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    /// <summary>The HTTP client that keys and tokens are fetched with.</summary>
    public const string HttpClientName = "bot-identity";

    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim asking = new(1, 1);
    private volatile KeyRing? ring;
    private long pausedUntil;

    /// <summary>The key of this id, or null when the issuer has none.</summary>
    /// <exception cref="SigningKeysException">No keys could be read, now or before.</exception>
    public async Task<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = ring;
        if (known is null || time.GetUtcNow() - known.ReadAt >= KeepFor)
            known = await ReadAsync(known, cancellationToken);
        if (!known.Keys.ContainsKey(keyId) && time.GetUtcNow() - known.ReadAt >= AskAgainAfter)
            known = await ReadAsync(known, cancellationToken);
        return known.Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => asking.Dispose();

    private async Task<KeyRing> ReadAsync(KeyRing? seen, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (ring is { } newer && newer != seen)
                return newer;
            if (time.GetUtcNow().UtcTicks < pausedUntil)
                return seen ?? throw new SigningKeysException(null);
            return ring = await FetchAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException
            or ArgumentException or FormatException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Keys change seldom: those known serve on while their issuer is away.
            pausedUntil = (time.GetUtcNow() + PauseAfterFailure).UtcTicks;
            SigningKeysLog.NotRead(logger, exception, metadata, seen is not null);
            return seen ?? throw new SigningKeysException(exception);
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<KeyRing> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var described = JsonDocument.Parse(await client.GetByteArrayAsync(metadata, cancellationToken));
        var address = new Uri(described.RootElement.GetProperty("jwks_uri").GetString() ?? "");
        if (!ChannelAddresses.IsTrustworthy(address))
            throw new InvalidOperationException("The metadata name an address of keys that is not https.");

        using var set = JsonDocument.Parse(await client.GetByteArrayAsync(address, cancellationToken));
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in set.RootElement.GetProperty("keys").EnumerateArray())
        {
            if (Text(key, "kid") is { Length: > 0 } id && Text(key, "kty") == "RSA" && Text(key, "use") is null or "sig")
                keys[id] = new(new JsonWebKey(key.GetRawText()), Endorsements(key));
        }

        return new(keys, time.GetUtcNow());
    }

    private static HashSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var endorsements) && endorsements.ValueKind == JsonValueKind.Array
            ? [.. endorsements.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
            : [];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record KeyRing(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt);
}

/// <summary>A public key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels whose tokens it may sign; the Bot Framework lists them, Entra does not.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>An issuer's keys could not be read: nobody's word can be checked now, and nobody is called a liar for it.</summary>
internal sealed class SigningKeysException(Exception? inner) : Exception("The keys of the issuer could not be read.", inner);

/// <summary>Event ids 1060–1064.</summary>
internal static partial class SigningKeysLog
{
    [LoggerMessage(1060, LogLevel.Error, "The signing keys of {Metadata} could not be read (older ones serve on: {KeptOld}).")]
    public static partial void NotRead(ILogger logger, Exception exception, Uri metadata, bool keptOld);
}
