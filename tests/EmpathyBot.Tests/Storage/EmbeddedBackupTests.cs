using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>Copies of the embedded storage, made and put back.</summary>
public sealed class EmbeddedBackupTests : IAsyncDisposable
{
    private readonly SqliteEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private string Copy => Path.Combine(engine.Folder, "copy.db");

    [Fact]
    public async Task A_copy_made_while_the_bot_runs_is_put_back_while_it_does_not()
    {
        await using (var services = SqliteEngine.Open(new SettableTime(), engine.File))
        {
            await CreateAsync(services, "c1");
            Assert.Equal(1, services.GetRequiredService<EmbeddedBackup>().Save(Copy));
            await CreateAsync(services, "c2");
        }

        await using (var services = SqliteEngine.Open(new SettableTime(), engine.File))
            Assert.Equal(1, services.GetRequiredService<EmbeddedBackup>().Restore(Copy));

        await using var restored = SqliteEngine.Open(new SettableTime(), engine.File);
        var store = restored.GetRequiredService<IConversationStore>();
        Assert.NotNull(await store.FindAsync("c1", CancellationToken.None));
        Assert.Null(await store.FindAsync("c2", CancellationToken.None));
        Assert.True(File.Exists(engine.File + ".before-restore"));
    }

    [Fact]
    public async Task While_the_bot_runs_nothing_is_put_back()
    {
        await using var services = SqliteEngine.Open(new SettableTime(), engine.File);
        await CreateAsync(services, "c1");
        var backup = services.GetRequiredService<EmbeddedBackup>();
        backup.Save(Copy);
        await CreateAsync(services, "c2");

        Assert.Contains("locked by another program", Assert.Throws<StorageException>(() => backup.Restore(Copy)).Message, StringComparison.Ordinal);
        Assert.NotNull(await services.GetRequiredService<IConversationStore>().FindAsync("c2", CancellationToken.None));
    }

    [Fact]
    public async Task A_copy_never_takes_the_place_of_a_file()
    {
        await using var services = SqliteEngine.Open(new SettableTime(), engine.File);
        await CreateAsync(services, "c1");
        await File.WriteAllTextAsync(Copy, "mine");

        Assert.Throws<StorageException>(() => services.GetRequiredService<EmbeddedBackup>().Save(Copy));
        Assert.Equal("mine", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public async Task What_is_no_copy_of_ours_is_refused_and_nothing_is_touched()
    {
        await SqliteEngine.TouchAsync(engine.File);
        await File.WriteAllTextAsync(Copy, new string('x', 5000));
        var foreign = Path.Combine(engine.Folder, "foreign.db");
        await using (var connection = new SqliteConnection($"Data Source={foreign};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "create table recipes (name text)";
            await command.ExecuteNonQueryAsync();
        }

        await using var services = SqliteEngine.Open(new SettableTime(), engine.File);
        var backup = services.GetRequiredService<EmbeddedBackup>();
        Assert.Contains("damaged", Assert.Throws<StorageException>(() => backup.Restore(Copy)).Message, StringComparison.Ordinal);
        Assert.Contains("another program's", Assert.Throws<StorageException>(() => backup.Restore(foreign)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no file", Assert.Throws<StorageException>(() => backup.Restore(Copy + "x")).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(engine.File + ".before-restore"));
    }

    [Fact]
    public void PostgreSQL_is_saved_with_its_own_tools()
    {
        using var services = new ServiceCollection().AddStorage(options => options.PostgreSql = "Host=nowhere").BuildServiceProvider();

        Assert.Contains("pg_dump", Assert.Throws<StorageException>(() => services.GetRequiredService<EmbeddedBackup>().Save("x")).Message, StringComparison.Ordinal);
    }

    private static Task CreateAsync(IServiceProvider services, string id) =>
        services.GetRequiredService<IConversationStore>().CreateAsync(Some.Beginning(id), CancellationToken.None);
}
