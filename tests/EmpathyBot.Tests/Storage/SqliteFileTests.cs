using System.Text;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.Storage;

public sealed class SqliteFileTests : IAsyncDisposable
{
    private readonly SqliteEngine _engine = new();

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    [Fact]
    public async Task A_missing_folder_is_made_for_the_bot_alone()
    {
        await SqliteEngine.TouchAsync(_engine.File);

        Assert.True(File.Exists(_engine.File));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_engine.File)!));
    }

    [Fact]
    public async Task A_relative_path_counts_from_the_content_root()
    {
        Directory.CreateDirectory(_engine.Folder);
        using (var host = HostWith("data/bot.db"))
        {
            await host.StartAsync();
            await host.StopAsync();
        }

        Assert.True(File.Exists(Path.Combine(_engine.Folder, "data", "bot.db")));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_plainly()
    {
        Directory.CreateDirectory(_engine.Folder);
        var inTheWay = Path.Combine(_engine.Folder, "kept");
        await File.WriteAllTextAsync(inTheWay, "a file, no folder");

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Equal(_engine.File, failure.Path);
        Assert.StartsWith($"The storage file \"{_engine.File}\" cannot be written: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("or name another file in Storage:Path.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_file_is_said_plainly()
    {
        Directory.CreateDirectory(_engine.File);

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Contains("cannot be written", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "cannot be written")]
    [InlineData(14, "cannot be written")]
    [InlineData(11, "is damaged")]
    [InlineData(26, "is damaged")]
    [InlineData(13, "is full")]
    [InlineData(5, "is locked by another program")]
    [InlineData(10, "cannot be used")]
    public void Every_failure_of_the_disk_is_one_sentence_with_the_file(int code, string said)
    {
        var failure = SqliteFailure.Explain("/data/bot.db", new SqliteException("reason", code));

        Assert.Contains("\"/data/bot.db\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_engine.File)!);
        var garbage = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("This is no database. ", 1000)));
        await File.WriteAllBytesAsync(_engine.File, garbage);
        using var host = HostWith(_engine.File);

        var failure = await Assert.ThrowsAsync<StorageException>(() => host.StartAsync());

        Assert.Equal(
            $"The storage file \"{_engine.File}\" is damaged or is no SQLite file. Put a good copy back, or move it away (with its -wal and -shm files) to start with an empty one.",
            failure.Message);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(_engine.File));
    }

    [Fact]
    public async Task A_file_cut_short_is_found_damaged()
    {
        await SqliteEngine.TouchAsync(_engine.File);
        await using (var file = File.OpenWrite(_engine.File))
            file.SetLength(file.Length / 2);

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_overwritten_in_the_middle_is_found_damaged()
    {
        await SqliteEngine.TouchAsync(_engine.File);
        await using (var file = File.OpenWrite(_engine.File))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 2 * 4096).ToArray());
        }

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_stops_the_start()
    {
        await SqliteEngine.TouchAsync(_engine.File);
        Run("insert into schema_version (version, applied_at) values (9999, 0)");

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Contains($"was written by a newer version (schema 9999, this version knows up to {SqliteMigrations.Newest})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_engine.File)!);
        Run("create table recipes (name text)");

        var failure = await Assert.ThrowsAsync<StorageException>(() => SqliteEngine.TouchAsync(_engine.File));

        Assert.Contains("is another program's database", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Run("select count(*) from sqlite_master"));
    }

    [Fact]
    public async Task Migrations_are_numbered_without_gaps_and_applied_once()
    {
        await SqliteEngine.TouchAsync(_engine.File);
        await SqliteEngine.TouchAsync(_engine.File);

        Assert.Equal((long)SqliteMigrations.Newest, Run("select count(*) from schema_version"));
        Assert.Equal((long)SqliteMigrations.Newest, Run("select max(version) from schema_version"));
    }

    [Fact]
    public async Task Several_that_open_a_new_file_at_once_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteEngine.TouchAsync(_engine.File))));

        Assert.Equal((long)SqliteMigrations.Newest, Run("select count(*) from schema_version"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_answered_for_is_there_when_the_process_dies(bool powerSafe)
    {
        // Copying the files while they are open is what a killed process leaves behind.
        var left = Path.Combine(_engine.Folder, "left.db");
        await using (var services = SqliteEngine.Open(new SettableTime(), _engine.File, powerSafe))
        {
            var store = services.GetRequiredService<IConversationStore>();
            await store.CreateAsync(Some.Beginning(), CancellationToken.None);
            await store.AcceptAsync(Some.Message("a1"), CancellationToken.None);
            File.Copy(_engine.File, left);
            File.Copy(_engine.File + "-wal", left + "-wal");
        }

        await using var again = SqliteEngine.Open(new SettableTime(), left);
        var turn = await again.GetRequiredService<IConversationStore>().NextTurnAsync("c1", CancellationToken.None);
        Assert.Equal("a1", turn?.ActivityId);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_stop_the_start()
    {
        using var host = HostWith(" ");

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("Path is empty: name the SQLite file", failure.Message, StringComparison.Ordinal);
    }

    private IHost HostWith(string path)
    {
        Directory.CreateDirectory(_engine.Folder);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = _engine.Folder });
        builder.Services.AddStorage(options => options.Path = path);
        return builder.Build();
    }

    private object? Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_engine.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
