using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EmpathyBot.Tests.DirectLine;

public sealed class TokenTests
{
    private const string Secret = "a-secret-of-at-least-32-characters!!";
    private const string CustomerKey = "the-shop's-own-key-of-32-characters";

    [Fact]
    public async Task A_token_carries_the_claims_that_web_chat_reads()
    {
        await using var host = await DirectLineHost.StartAsync();

        var page = await host.OpenPageAsync();
        var jwt = new JsonWebToken(page.Token);

        Assert.Equal("HS256", jwt.Alg);
        Assert.Equal(page.UserId, jwt.GetPayloadValue<string>("user"));
        Assert.Equal(page.ConversationId, jwt.GetPayloadValue<string>("conv"));
        Assert.Equal(TimeSpan.FromMinutes(30), jwt.ValidTo - jwt.ValidFrom);
    }

    [Fact]
    public async Task Without_a_token_nothing_opens()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        foreach (var answer in new[]
        {
            await host.GetAsync($"{page.Path}/activities"),
            await host.GetAsync(page.Path),
            await host.GetAsync($"{page.Path}/stream"),
            await host.PostJsonAsync($"{page.Path}/activities", "{}"),
            await host.PostJsonAsync($"{page.Path}/upload", "{}"),
            await host.PostJsonAsync($"{DirectLineHost.Prefix}/conversations", "{}"),
            await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/refresh", ""),
            await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", ""),
        })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
            Assert.NotNull(answer.ErrorMessage);
        }
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var mine = await host.OpenChatAsync();
        var other = await host.OpenChatAsync();

        foreach (var answer in new[]
        {
            await host.GetAsync($"{other.Path}/activities", mine.Token),
            await host.GetAsync(other.Path, mine.Token),
            await host.PostJsonAsync($"{other.Path}/activities", """{"type":"message"}""", mine.Token),
            await host.PostJsonAsync($"{other.Path}/upload", "x", mine.Token),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Contains("another conversation", answer.ErrorMessage, StringComparison.Ordinal);
        }

        Assert.Single(await other.HistoryAsync());
    }

    [Fact]
    public async Task An_expired_token_is_told_apart_and_cannot_be_refreshed()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();

        host.Clock.Turn(TimeSpan.FromMinutes(30));

        foreach (var answer in new[] { await page.ReadAsync(), await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/refresh", "", page.Token) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("TokenExpired", answer.ErrorCode);
        }
    }

    [Fact]
    public async Task A_token_can_be_refreshed_again_and_again_while_it_serves()
    {
        await using var host = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var token = page.Token;
        for (var i = 0; i < 4; i++)
        {
            host.Clock.Turn(TimeSpan.FromMinutes(29));
            var answer = await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/refresh", "", token);
            Assert.Equal(page.ConversationId, (string)answer.Json!["conversationId"]!);
            token = (string)answer.Json["token"]!;
        }

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync($"{page.Path}/activities", token)).Status);
    }

    [Fact]
    public async Task Changed_foreign_and_unsigned_tokens_open_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var stranger = await DirectLineHost.StartAsync();
        var page = await host.OpenChatAsync();
        var parts = page.Token.Split('.');
        var otherClaims = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(page.UserId, "dl_other", StringComparison.Ordinal));
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        foreach (var token in new[]
        {
            $"{parts[0]}.{otherClaims}.{parts[2]}",
            $"{unsigned}.{parts[1]}.",
            (await stranger.OpenPageAsync()).Token,
            "not.a.token",
            "x",
            new string('x', 100_000),
        })
        {
            var answer = await host.GetAsync($"{page.Path}/activities", token);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("BadToken", answer.ErrorCode);
        }
    }

    [Fact]
    public async Task Tokens_serve_on_after_a_restart()
    {
        var secrets = new InMemorySecretStore();
        string token;
        await using (var before = await DirectLineHost.StartAsync(secrets: secrets))
        {
            token = (await before.OpenPageAsync()).Token;
        }

        await using var after = await DirectLineHost.StartAsync(secrets: secrets);
        Assert.Equal(HttpStatusCode.OK, (await after.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/refresh", "", token)).Status);
    }

    [Fact]
    public async Task A_token_for_the_secret_names_the_user_that_the_server_chose()
    {
        await using var host = await DirectLineHost.StartAsync(options => options.Secret = Secret);

        var answer = await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", """{"user":{"id":"dl_ann","name":"Ann"}}""", Secret);
        var empty = await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", "", Secret);

        Assert.Equal("dl_ann", new JsonWebToken((string)answer.Json!["token"]!).GetPayloadValue<string>("user"));
        Assert.Equal(1800, (int)answer.Json["expires_in"]!);
        Assert.StartsWith("dl_", new JsonWebToken((string)empty.Json!["token"]!).GetPayloadValue<string>("user"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user":{"id":"ann"}}""")]
    [InlineData("""{"trustedOrigins":"https://shop.example"}""")]
    [InlineData("""{"trustedOrigins":["shop"]}""")]
    [InlineData("""[]""")]
    public async Task A_bad_request_for_a_token_is_refused_with_a_sentence(string body)
    {
        await using var host = await DirectLineHost.StartAsync(options => options.Secret = Secret);

        var answer = await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", body, Secret);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.ErrorMessage);
    }

    [Fact]
    public async Task No_or_the_wrong_secret_gives_no_token()
    {
        await using var closed = await DirectLineHost.StartAsync();
        await using var open = await DirectLineHost.StartAsync(options => options.Secret = Secret);

        Assert.Equal("SecretNotConfigured", (await closed.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", "", Secret)).ErrorCode);
        Assert.Equal("BadSecret", (await open.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", "", Secret + "x")).ErrorCode);
    }

    [Fact]
    public async Task A_token_for_trusted_pages_is_refused_on_others()
    {
        await using var host = await DirectLineHost.StartAsync(options =>
        {
            options.Secret = Secret;
            options.AllowedOrigins.Add("https://shop.example");
            options.AllowedOrigins.Add("https://blog.example");
        });
        var answer = await host.PostJsonAsync($"{DirectLineHost.Prefix}/tokens/generate", """{"trustedOrigins":["https://shop.example"]}""", Secret);
        var token = (string)answer.Json!["token"]!;

        var trusted = await host.PostJsonAsync($"{DirectLineHost.Prefix}/conversations", "", token, "https://shop.example");
        var other = await host.PostJsonAsync($"{DirectLineHost.Prefix}/conversations", "", token, "https://blog.example");

        Assert.Equal(HttpStatusCode.Created, trusted.Status);
        Assert.Equal("ForeignOrigin", other.ErrorCode);
    }

    [Theory]
    [InlineData("""{"user":{"id":"dl_boss"},"userId":"dl_boss","from":{"id":"dl_boss"}}""")]
    [InlineData("""{"conversationId":"c-of-another","resume":"c-of-another"}""")]
    public async Task Nobody_chooses_who_they_are_at_the_token_endpoint(string body)
    {
        await using var host = await DirectLineHost.StartAsync();

        var answer = await host.PostJsonAsync("/api/token", body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches("^dl_[0-9a-f]{40}$", (string)answer.Json!["userId"]!);
        Assert.Matches("^[0-9a-f]{32}$", (string)answer.Json["conversationId"]!);
        Assert.Equal((string)answer.Json["userId"]!, new JsonWebToken((string)answer.Json["token"]!).GetPayloadValue<string>("user"));
    }

    [Fact]
    public async Task One_address_gets_so_many_tokens_a_minute_and_others_their_own()
    {
        var from = new AddressFromHeader();
        await using var host = await DirectLineHost.StartAsync(
            options => options.MaxTokensPerMinute = 3, before: services => services.AddSingleton<IStartupFilter>(from));
        async Task<HttpStatusCode> AskAsync(string? address)
        {
            from.Address = address;
            return (await host.PostJsonAsync("/api/token", "{}")).Status;
        }

        for (var asked = 0; asked < 3; asked++)
            Assert.Equal(HttpStatusCode.OK, await AskAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync("::ffff:203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("203.0.113.8"));
        for (var asked = 0; asked < 3; asked++)
            Assert.Equal(HttpStatusCode.OK, await AskAsync($"2001:db8::{asked}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync("2001:db8::ffff"));
        for (var asked = 0; asked < 9; asked++)
            Assert.Equal(HttpStatusCode.OK, await AskAsync("127.0.0.1"));

        host.Clock.Turn(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("203.0.113.7"));
    }

    private sealed class AddressFromHeader : IStartupFilter
    {
        public string? Address { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = Address is null ? null : IPAddress.Parse(Address);
                return rest(http);
            });
            next(app);
        };
    }

    [Fact]
    public async Task A_customer_who_is_signed_in_is_the_same_user_everywhere_and_the_shops_id_goes_no_further()
    {
        await using var host = await CustomerHostAsync();

        var phone = await host.OpenPageAsync(CustomerBody(host, "customer-17"));
        var laptop = await host.OpenPageAsync(CustomerBody(host, "customer-17"));
        var other = await host.OpenPageAsync(CustomerBody(host, "customer-18"));

        Assert.Equal(phone.UserId, laptop.UserId);
        Assert.NotEqual(phone.UserId, other.UserId);
        Assert.DoesNotContain("customer-17", phone.UserId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_shared_computer_nobody_resumes_as_somebody_else()
    {
        await using var host = await CustomerHostAsync();
        var ann = await host.OpenChatAsync(CustomerBody(host, "ann"));

        var annAgain = await host.OpenPageAsync(CustomerBody(host, "ann", ann.Resume));
        var bob = await host.OpenPageAsync(CustomerBody(host, "bob", ann.Resume));
        var signedOut = await host.OpenPageAsync($$"""{"resume":"{{ann.Resume}}"}""");

        Assert.Equal(ann.ConversationId, annAgain.ConversationId);
        Assert.NotEqual(ann.ConversationId, bob.ConversationId);
        Assert.NotEqual(ann.ConversationId, signedOut.ConversationId);
        Assert.NotEqual(ann.UserId, signedOut.UserId);
    }

    [Fact]
    public async Task A_customer_token_that_is_not_the_shops_is_refused_with_a_sentence()
    {
        await using var host = await CustomerHostAsync();
        await using var unaware = await DirectLineHost.StartAsync();

        Assert.Equal("CustomerTokenNotConfigured", (await unaware.PostJsonAsync("/api/token", CustomerBody(host, "ann"))).ErrorCode);
        Assert.Equal("CustomerTokenInvalid", (await host.PostJsonAsync("/api/token", """{"customerToken":"x"}""")).ErrorCode);
        Assert.Equal("CustomerTokenInvalid", (await host.PostJsonAsync("/api/token", """{"customerToken":{}}""")).ErrorCode);
        Assert.Equal("CustomerTokenInvalid", (await host.PostJsonAsync("/api/token", CustomerBody(host, "ann", key: new string('k', 40)))).ErrorCode);
        Assert.Equal("CustomerTokenInvalid", (await host.PostJsonAsync("/api/token", CustomerBody(host, ""))).ErrorCode);
        Assert.Equal(
            "CustomerTokenInvalid",
            (await host.PostJsonAsync("/api/token", CustomerBody(host, "ann", lifetime: TimeSpan.FromDays(365)))).ErrorCode);
        var body = CustomerBody(host, "ann");
        host.Clock.Turn(TimeSpan.FromMinutes(10));
        Assert.Equal("CustomerTokenExpired", (await host.PostJsonAsync("/api/token", body)).ErrorCode);
    }

    private static Task<DirectLineHost> CustomerHostAsync() => DirectLineHost.StartAsync(options => options.CustomerTokenKey = CustomerKey);

    private static string CustomerBody(DirectLineHost host, string subject, string resume = "", string key = CustomerKey, TimeSpan? lifetime = null)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object> { ["sub"] = subject },
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (lifetime ?? TimeSpan.FromMinutes(5)),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256),
        });
        return $$"""{"customerToken":"{{token}}","resume":"{{resume}}"}""";
    }
}
