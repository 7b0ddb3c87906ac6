using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EmpathyBot.AgentDesk;
using EmpathyBot.AgentDesk.SignIn;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.SignIn;
using EmpathyBot.Domain.Solving;
using EmpathyBot.Storage;
using EmpathyBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmpathyBot.Tests.AgentDesk;

/// <summary>The desk alone, as a host maps it, over a real SQLite store in a folder of its own.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    public const string Key = "a-key-for-tests";

    private readonly WebApplication app;
    private readonly SqliteEngine engine;

    private DeskHost(WebApplication app, SqliteEngine engine) => (this.app, this.engine) = (app, engine);

    public const string Password = "five words make a password";

    public DeskAccounts Accounts => app.Services.GetRequiredService<DeskAccounts>();

    public SettableTime Time => (SettableTime)app.Services.GetRequiredService<TimeProvider>();

    public IConversationStore Conversations => app.Services.GetRequiredService<IConversationStore>();

    public ITicketStore Tickets => app.Services.GetRequiredService<ITicketStore>();

    public IConversationFeed Feed => app.Services.GetRequiredService<IConversationFeed>();

    public IServiceProvider Services => app.Services;

    public static async Task<DeskHost> StartAsync(Action<DeskOptions>? configure = null, string environment = "Development", Action<IServiceCollection>? first = null, int rounds = 1000,
        DeskHost? sharing = null, SettableTime? time = null)
    {
        var engine = sharing?.engine ?? new SqliteEngine();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        first?.Invoke(builder.Services);
        builder.Services.AddRoutingCore().AddSingleton<TimeProvider>(time ?? new SettableTime()).AddSingleton<IContentSource, SayingContent>();
        builder.Services.AddSingleton<IAttachmentAddresses, PlainAddresses>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddStorage(options => options.Path = engine.File);
        builder.Services.AddAgentDesk(options =>
        {
            // Outside Development the desk does not start with a key.
            options.DevelopmentKey = environment == "Development" ? Key : null;
            configure?.Invoke(options);
        });
        // The real count of rounds makes every sign-in slow, which is its purpose.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = rounds);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            if (IPAddress.TryParse(http.Request.Headers["X-Test-Address"], out var address))
                http.Connection.RemoteIpAddress = address;
            return next(http);
        });
        app.MapAgentDesk();
        await app.StartAsync();
        return new DeskHost(app, engine);
    }

    public HttpClient NewClient() => app.GetTestClient();

    /// <summary>A desk in a browser of its own, signed in by cookie.</summary>
    public async Task<Desk> SignInAsync(string name = "Mira")
    {
        var desk = new Desk(NewClient());
        var answer = await desk.PostAsync("sign-in", $$"""{"name":"{{name}}"}""");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        desk.Keep(answer.Response);
        return desk;
    }

    /// <summary>An account, as the command makes it.</summary>
    public async Task<DeskAccount> AddAccountAsync(string name = "Mira", DeskRole role = DeskRole.Agent, string password = Password)
    {
        var added = await Accounts.AddAsync(name, name, role, password, AuditedBy.CommandLine, CancellationToken.None);
        return Assert.IsType<AccountResult.Done>(added).Account;
    }

    /// <summary>A desk in a browser of its own, signed in with a password.</summary>
    public async Task<Desk> SignInWithPasswordAsync(string name = "Mira", string password = Password)
    {
        var desk = new Desk(NewClient());
        var answer = await desk.TryPasswordAsync(name, password);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        desk.Keep(answer.Response);
        return desk;
    }

    /// <summary>What the audit log says, newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        Services.GetRequiredService<IAuditLog>().ReadAsync(new AuditQuery(1000), CancellationToken.None);

    /// <summary>A program that works with the key, under this name.</summary>
    public Desk WithKey(string? name = null, string key = Key)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (name is not null)
            client.DefaultRequestHeaders.Add("X-Desk-Agent", name);
        return new Desk(client);
    }

    /// <summary>A conversation that waits for a person, and its ticket.</summary>
    public async Task<HandoffTicket> QueuedAsync(
        string id = "c1", HandoffReason reason = HandoffReason.AskedForPerson, string channel = "directline", params ConversationEvent[] events)
    {
        var state = Conversation.Begin(id, channel, "en");
        await Conversations.CreateAsync(new NewConversation(id, channel, "dl_user", "en", [], state, []), CancellationToken.None);
        var stored = await FoundAsync(id);
        var now = Time.GetUtcNow();
        var ticketId = $"h-{id}";
        IReadOnlyList<ConversationEvent> all =
        [
            .. events.Length > 0 ? events : [new CustomerSaid($"{id}|1", now, "Where is my refund?", null, [])],
            new HandoffMoved($"{id}|1", now, ticketId, HandoffState.Queued, reason, null),
        ];
        state = state.Apply(all);
        var ticket = new HandoffTicket(
            ticketId, id, HandoffState.Queued, reason, HandoffNeed.Of(state, reason), now, now, null, null,
            HandoffBriefWriter.Write(state, all, reason, now));
        Assert.True(await Conversations.CommitAsync(
            new TurnCommit { ConversationId = id, Version = stored.Version, State = state, Events = all, Ticket = ticket }, CancellationToken.None));
        return ticket;
    }

    public async Task<StoredConversation> FoundAsync(string id = "c1") =>
        await Conversations.FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"No conversation {id}.");

    public async Task<HandoffTicket> TicketAsync(string id = "h-c1") =>
        await Tickets.FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"No ticket {id}.");

    /// <summary>Something happens in the conversation, as a turn of the bot would write it.</summary>
    public async Task HappensAsync(string id, params ConversationEvent[] events)
    {
        var stored = await FoundAsync(id);
        Assert.True(await Conversations.CommitAsync(
            new TurnCommit { ConversationId = id, Version = stored.Version, State = stored.State.Apply(events), Events = events }, CancellationToken.None));
    }

    /// <summary>What the customer's page is shown.</summary>
    public async Task<IReadOnlyList<JsonNode>> StreamAsync(string id = "c1")
    {
        var activities = await Conversations.ReadStreamAsync(id, 0, 1000, CancellationToken.None);
        return [.. activities.Select(activity => JsonNode.Parse(activity.Json)!)];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await engine.DisposeAsync();
    }
}

/// <summary>One agent's browser or program.</summary>
internal sealed class Desk(HttpClient client)
{
    public HttpClient Client => client;

    public void Keep(HttpResponseMessage response)
    {
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
    }

    public Task<DeskAnswer> TryPasswordAsync(string? name, string? password, string? address = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/sign-in") { Content = JsonContent.Create(new { name, password }) };
        if (address is not null)
            request.Headers.Add("X-Test-Address", address);
        return SendAsync(request);
    }

    public Task<DeskAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/desk/{path}"));

    public Task<DeskAnswer> PostAsync(string path, string? json = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/desk/{path}");
        request.Headers.Add("X-Desk", "1");
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return SendAsync(request);
    }

    public async Task<DeskAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new DeskAnswer(response, text);
        }
    }
}

/// <summary>An answer of the desk's API.</summary>
internal sealed record DeskAnswer(HttpResponseMessage Response, string Text)
{
    public HttpStatusCode Status => Response.StatusCode;

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? ErrorCode => (string?)Json["error"]?["code"];

    public string? ErrorMessage => (string?)Json["error"]?["message"];
}
