using System.Data.Common;
using Dapper;
using EmpathyBot.BackOffice;
using EmpathyBot.Benchmarks.Storage;
using EmpathyBot.Bot;
using EmpathyBot.Content;
using EmpathyBot.Detection;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EmpathyBot.Benchmarks.Turns;

/// <summary>The whole bot as the host registers it, without HTTP, on a store of its own.</summary>
internal sealed class BotInProcess : IAsyncDisposable
{
    /// <summary>The environment variable that names a PostgreSQL server on which databases may be made; without it only SQLite is measured.</summary>
    public const string PostgresVariable = "EMPATHYBOT_BENCHMARK_POSTGRES";

    private readonly IHost host;
    private readonly DirectoryInfo folder;
    private readonly string? database;
    private readonly IConversationFeed feed;
    private readonly ITurnQueue turns;
    private int named;

    private BotInProcess(IHost host, DirectoryInfo folder, string? database)
    {
        (this.host, this.folder, this.database) = (host, folder, database);
        Store = Get<IConversationStore>();
        feed = Get<IConversationFeed>();
        turns = Get<ITurnQueue>();
    }

    public StoreEngine Engine => database is null ? StoreEngine.Sqlite : StoreEngine.PostgreSql;

    public IConversationStore Store { get; }

    public static string? Postgres => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } given ? given : null;

    /// <summary>Starts it on an empty store: a new file, or a new database of the server that the environment names.</summary>
    public static async Task<BotInProcess> StartAsync(StoreEngine engine = StoreEngine.Sqlite)
    {
        var database = engine == StoreEngine.PostgreSql ? await CreateDatabaseAsync() : null;
        var folder = Directory.CreateTempSubdirectory("empathybot-benchmark-");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddStorage(options =>
        {
            options.Path = FileIn(folder);
            options.PostgreSql = database ?? "";
        });
        builder.Services.AddContent(options => options.Path = Path.Combine(RepositoryRoot(), "dialogs"));
        builder.Services.AddDetection();
        builder.Services.AddBackOffice();
        builder.Services.AddBot();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder, database);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Begins a conversation on the website, welcome included; gives its id.</summary>
    public async Task<string> BeginAsync()
    {
        var id = $"benchmark-{Interlocked.Increment(ref named)}-{Guid.NewGuid():N}";
        var begun = await Get<IConversationStarter>().StartAsync(id, "directline", $"dl_{id}", "en", CancellationToken.None);
        await Store.CreateAsync(begun, CancellationToken.None);
        return id;
    }

    /// <summary>One whole turn: stored, read, decided, answered, committed.</summary>
    public async Task TurnAsync(string conversationId, string text)
    {
        var id = WireActivity.NewId(conversationId);
        var json = $$"""{"type":"message","id":"{{id}}","channelId":"directline","conversation":{"id":"{{conversationId}}"},"from":{"id":"dl_{{conversationId}}","role":"user"},"recipient":{"id":"empathybot","role":"bot"},"text":"{{text}}"}""";

        // Two things are announced: that it was accepted, and the commit. Listening begins before the first: the turn may run
        // to its end before the next line here does.
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var announced = 0;
        using var listening = feed.Listen(conversationId, notice =>
        {
            if (notice.PassingActivityJson is null && Interlocked.Increment(ref announced) == 2)
                committed.TrySetResult();
        });
        await Store.AcceptAsync(new InboundActivity(conversationId, id, id, json, ShownOnStream: true, RunsTurn: true), CancellationToken.None);
        turns.Enqueue(conversationId);
        await committed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        folder.Delete(recursive: true);
        if (database is not null)
            await DropDatabaseAsync(database);
    }

    /// <summary>Opens the store beside the bot.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = database is null ? new SqliteConnection($"Data Source={FileIn(folder)};Pooling=false") : new NpgsqlConnection(database);
        await connection.OpenAsync();
        // What is filled in beside the bot need not survive anything.
        await connection.ExecuteAsync(database is null ? "pragma synchronous = off; pragma cache_size = -262144" : "set synchronous_commit = off");
        return connection;
    }

    private static string FileIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "benchmark.db");

    private static async Task<string> CreateDatabaseAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(Postgres ?? throw new InvalidOperationException($"Name a PostgreSQL server in {PostgresVariable}."));
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        server.Database = $"benchmark_{Guid.NewGuid():N}";
        await connection.ExecuteAsync($"create database {server.Database}");
        return server.ConnectionString;
    }

    private static async Task DropDatabaseAsync(string database)
    {
        await using var connection = new NpgsqlConnection(Postgres);
        await connection.ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    private static string RepositoryRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EmpathyBot.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException("Benchmarks run inside the repository: they need its dialogs.");
    }
}
