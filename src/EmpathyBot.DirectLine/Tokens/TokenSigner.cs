using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>Makes and reads the tokens of this channel: JWT, HS256, with a key that survives a restart.</summary>
internal sealed class TokenSigner(ISecretStore secrets, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    /// <summary>How long a stream's address can be opened (the Direct Line rule); the stream itself lasts as long as it may.</summary>
    public static readonly TimeSpan StreamTokenLifetime = TimeSpan.FromSeconds(60);

    private const string Issuer = "empathybot";
    private const string ForRequests = "directline";

    /// <summary>Another audience, because an address ends up in logs: what opens a stream must open nothing else.</summary>
    private const string ForStreams = "directline-stream";

    /// <summary>Nodes' clocks differ a little; only the beginning is lenient.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = 16 * 1024 };
    private SymmetricSecurityKey? _key;

    public int ExpiresInSeconds => (int)options.Value.TokenLifetime.TotalSeconds;

    public Task<string> IssueAsync(ConversationToken token, CancellationToken cancellationToken) =>
        IssueAsync(token, ForRequests, options.Value.TokenLifetime, cancellationToken);

    public Task<string> IssueForStreamAsync(ConversationToken token, CancellationToken cancellationToken) =>
        IssueAsync(token, ForStreams, StreamTokenLifetime, cancellationToken);

    public Task<Checked<ConversationToken>> ReadAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(token, ForRequests, cancellationToken);

    public Task<Checked<ConversationToken>> ReadForStreamAsync(string token, CancellationToken cancellationToken) =>
        ReadAsync(token, ForStreams, cancellationToken);

    private async Task<string> IssueAsync(ConversationToken token, string audience, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["conv"] = token.ConversationId, ["user"] = token.UserId };
        if (token.Locale is not null)
        {
            claims["locale"] = token.Locale;
        }

        if (token.TrustedOrigins.Count > 0)
        {
            claims["origins"] = string.Join(' ', token.TrustedOrigins);
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(await KeyAsync(cancellationToken), SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<Checked<ConversationToken>> ReadAsync(string token, string audience, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = await KeyAsync(cancellationToken),
            // Only whether it has begun; expiry comes after, so that an expired token is told apart from a false one.
            LifetimeValidator = (from, until, _, _) => until is not null && from <= clock.GetUtcNow().UtcDateTime + ClockSkew,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt
            || !jwt.TryGetPayloadValue<string>("conv", out var conversationId) || !jwt.TryGetPayloadValue<string>("user", out var userId))
        {
            return Refusal.TokenInvalid;
        }

        if (jwt.ValidTo <= clock.GetUtcNow().UtcDateTime)
        {
            return Refusal.TokenExpired;
        }

        jwt.TryGetPayloadValue<string>("locale", out var locale);
        jwt.TryGetPayloadValue<string>("origins", out var origins);
        return new ConversationToken(conversationId, userId, locale, origins?.Split(' ') ?? []);
    }

    private async ValueTask<SymmetricSecurityKey> KeyAsync(CancellationToken cancellationToken) =>
        _key ??= new SymmetricSecurityKey(await secrets.GetOrCreateAsync("directline-signing", cancellationToken));
}
