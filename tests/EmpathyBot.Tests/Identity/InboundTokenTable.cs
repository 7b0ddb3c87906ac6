using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.Identity;

/// <summary>Whom <c>/api/messages</c> hears, case by case, on keys and tokens made here.</summary>
public sealed class InboundTokenTable : IAsyncLifetime
{
    private const string Development = "Development";
    private const string Production = "Production";
    private const string OtherApp = "99999999-9999-4999-8999-999999999999";

    private KeyServer keys = null!;

    private static Dictionary<string, (bool LetIn, string Environment, Action<Minted> Change)> Cases { get; } = new()
    {
        ["a good token"] = (true, Production, _ => { }),
        ["a good token, RS384"] = (true, Production, token => token.Algorithm = SecurityAlgorithms.RsaSha384),
        ["a good token of another endorsed channel"] = (true, Production, token => token.ChannelId = "directline"),
        ["expired four minutes ago"] = (true, Production, token => token.Expires = token.Now.AddMinutes(-4)),
        ["expired six minutes ago"] = (false, Production, token => (token.NotBefore, token.Expires) = (token.Now.AddHours(-1), token.Now.AddMinutes(-6))),
        ["valid in four minutes"] = (true, Production, token => token.NotBefore = token.Now.AddMinutes(4)),
        ["valid in six minutes"] = (false, Production, token => token.NotBefore = token.Now.AddMinutes(6)),
        ["no expiry"] = (false, Production, token => token.Expires = null),
        ["another audience"] = (false, Production, token => token.Audience = OtherApp),
        ["no audience"] = (false, Production, token => token.Audience = null),
        ["two audiences"] = (false, Production, token => (token.Audience, token.Claims["aud"]) = (null, new[] { Minted.AppId, OtherApp })),
        ["another issuer"] = (false, Production, token => token.Issuer = "https://api.example"),
        ["the issuer with a slash more"] = (false, Production, token => token.Issuer += "/"),
        ["no issuer"] = (false, Production, token => token.Issuer = null),
        ["no service address"] = (false, Production, token => token.Claims.Remove("serviceurl")),
        ["another service address"] = (false, Production, token => token.Claims["serviceurl"] = "https://evil.example/"),
        ["a service address in other case"] = (true, Production, token => token.Claims["serviceurl"] = Minted.ServiceUrl.ToUpperInvariant()),
        ["a service address without its last slash"] = (false, Production, token => token.Claims["serviceurl"] = Minted.ServiceUrl.TrimEnd('/')),
        ["a service address that is no text"] = (false, Production, token => token.Claims["serviceurl"] = 7),
        ["a key that is not endorsed for the channel"] = (false, Production, token => token.ChannelId = "slack"),
        ["a channel in other case"] = (false, Production, token => token.ChannelId = "MSTEAMS"),
        ["no channel"] = (false, Production, token => token.ChannelId = null),
        ["an empty channel"] = (false, Production, token => token.ChannelId = ""),
        ["a key without endorsements"] = (false, Production, token => token.Key = KeyServer.UnendorsedKey),
        ["a key nobody published"] = (false, Production, token => token.Key = KeyServer.NewerKey),
        ["a published key's id on another key"] = (false, Production, token => token.Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = KeyServer.ChannelKey.KeyId }),
        ["a key without id"] = (false, Production, token => token.Key = new RsaSecurityKey(KeyServer.ChannelKey.Rsa.ExportParameters(true))),
        ["signed with a shared secret"] = (false, Production, token => (token.Key, token.Algorithm) =
            (new SymmetricSecurityKey(new byte[64]) { KeyId = KeyServer.ChannelKey.KeyId }, SecurityAlgorithms.HmacSha256)),
        ["signed with the public key as a secret"] = (false, Production, token => (token.Key, token.Algorithm) =
            (new SymmetricSecurityKey(KeyServer.ChannelKey.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = KeyServer.ChannelKey.KeyId }, SecurityAlgorithms.HmacSha256)),
        ["RSA-PSS"] = (false, Production, token => token.Algorithm = SecurityAlgorithms.RsaSsaPssSha256),
        ["unsigned"] = (false, Production, token => token.Key = null),
        ["a changed payload"] = (false, Production, token => token.Header = header => string.Join('.', header.Split('.') switch { var parts => [parts[0], parts[1][..^4] + "AAAA", parts[2]] })),
        ["the signature cut off"] = (false, Production, token => token.Header = header => header[..(header.LastIndexOf('.') + 1)]),
        ["no header"] = (false, Production, token => token.Header = _ => null),
        ["an empty header"] = (false, Production, token => token.Header = _ => ""),
        ["Basic"] = (false, Production, token => token.Header = header => header.Replace("Bearer", "Basic", StringComparison.Ordinal)),
        ["bearer in small letters"] = (false, Production, token => token.Header = header => header.Replace("Bearer", "bearer", StringComparison.Ordinal)),
        ["the token alone"] = (false, Production, token => token.Header = header => header["Bearer ".Length..]),
        ["Bearer and nothing"] = (false, Production, token => token.Header = _ => "Bearer "),
        ["two spaces"] = (false, Production, token => token.Header = header => header.Replace(" ", "  ", StringComparison.Ordinal)),
        ["something after the token"] = (false, Production, token => token.Header = header => header + " more"),
        ["two headers in one"] = (false, Production, token => token.Header = header => $"{header},{header}"),
        ["no token at all"] = (false, Production, token => token.Header = _ => "Bearer x.y.z"),
        ["a token of two parts"] = (false, Production, token => token.Header = _ => "Bearer eyJhbGciOiJub25lIn0.e30"),
        ["a token of 20 KB"] = (false, Production, token => token.Claims["padding"] = new string('x', 20_000)),
        ["the emulator, version 1.0"] = (true, Development, token => token.OfEntra("1.0")),
        ["the emulator, version 2.0"] = (true, Development, token => token.OfEntra("2.0")),
        ["the emulator's other tenant"] = (true, Development, token => token.OfEntra("2.0", "f8cdef31-a31e-4b4a-93e4-5f571e91255a")),
        ["the emulator outside Development"] = (false, Production, token => token.OfEntra("2.0")),
        ["the emulator with a foreign tenant"] = (false, Development, token => token.OfEntra("2.0", Minted.TenantId)),
        ["the emulator with another application"] = (false, Development, token => token.OfEntra("2.0", appId: OtherApp)),
        ["the emulator with another audience"] = (false, Development, token => token.OfEntra("2.0").Audience = OtherApp),
        ["the emulator with an unknown version"] = (false, Development, token => token.OfEntra("2.0").Claims["ver"] = "3.0"),
        ["the emulator with the claim of the other version"] = (false, Development, token => token.OfEntra("2.0").Claims["ver"] = "1.0"),
        ["the emulator, expired"] = (false, Development, token => token.OfEntra("1.0").Expires = token.Now.AddMinutes(-6)),
        ["the emulator with a channel's key"] = (false, Development, token => token.OfEntra("2.0").Key = KeyServer.ChannelKey),
        ["a channel's issuer with Entra's key"] = (false, Development, token => token.Key = KeyServer.EntraKey),
        ["a channel in Development"] = (true, Development, _ => { }),
        ["no header in Development, with identity"] = (false, Development, token => token.Header = _ => null),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public async Task InitializeAsync() => keys = await KeyServer.StartAsync();

    public async Task DisposeAsync() => await keys.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Who_is_heard(string name)
    {
        var (letIn, environment, change) = Cases[name];
        await using var gate = new Gate(keys, environment);
        var token = new Minted(gate.Clock.GetUtcNow());
        change(token);
        Assert.Equal(letIn, await gate.LetsInAsync(token));
    }

    [Theory]
    [InlineData("SingleTenant", Minted.TenantId, true)]
    [InlineData("SingleTenant", "11111111-2222-4333-8444-555555555555", false)]
    [InlineData("UserAssignedMSI", Minted.TenantId, true)]
    [InlineData("MultiTenant", Minted.TenantId, false)]
    public async Task A_bot_of_one_tenant_hears_that_tenant_s_tools_in_Development(string type, string tenant, bool letIn)
    {
        (string, string)[] settings = [("MicrosoftAppType", type), ("MicrosoftAppTenantId", Minted.TenantId)];
        foreach (var version in new[] { "1.0", "2.0" })
        {
            await using var gate = new Gate(keys, Development, settings);
            Assert.Equal(letIn, await gate.LetsInAsync(new Minted(gate.Clock.GetUtcNow()).OfEntra(version, tenant)));
            await using var strict = new Gate(keys, Production, settings);
            Assert.False(await strict.LetsInAsync(new Minted(strict.Clock.GetUtcNow()).OfEntra(version, tenant)));
        }
    }

    [Theory]
    [InlineData(Development, null, true)]
    [InlineData(Development, "", true)]
    [InlineData(Development, "Bearer x.y.z", false)]
    [InlineData(Production, null, false)]
    [InlineData(Production, "Bearer x.y.z", false)]
    public async Task A_bot_without_identity_hears_those_who_claim_none_and_only_in_Development(string environment, string? header, bool letIn)
    {
        await using var gate = new Gate(keys, environment, ("MicrosoftAppId", ""));
        Assert.Equal(letIn, await gate.LetsInAsync(new Minted(gate.Clock.GetUtcNow()) { Header = _ => header }));
        Assert.Equal(0, keys.Asked);
    }
}
