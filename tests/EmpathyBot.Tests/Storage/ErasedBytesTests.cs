using System.Text;
using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage.Customers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What was erased is not in the database file, not in free pages of it, and not in its write-ahead log.</summary>
public sealed class ErasedBytesTests : IAsyncDisposable
{
    private readonly SqliteEngine engine = new();

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    [Fact]
    public async Task No_byte_of_an_erased_customer_is_left_in_the_file_or_its_log_and_every_one_of_another_is()
    {
        await using var services = SqliteEngine.Open(new SettableTime(), engine.File);
        string[] theirs = [.. await FillAsync(services, "c1", "dl_user", "quillon"), .. await FillAsync(services, "c2", "dl_user", "vexmoor")];
        var others = await FillAsync(services, "c3", "dl_other", "brandel");
        Assert.Empty(Missing([.. theirs, .. others]));

        var erased = await services.GetRequiredService<ICustomerRecords>().EraseAsync(
            new("directline", "dl_user"), AuditedBy.CommandLine.Entry(DateTimeOffset.UnixEpoch, AuditActs.CustomerErased), CancellationToken.None);

        Assert.Equal((2, true, true), (erased.Conversations, erased.Memory, erased.Finished));
        Assert.Equal(theirs, Missing(theirs));
        Assert.Empty(Missing(others));
    }

    [Fact]
    public async Task Every_table_is_known_as_a_customers_or_as_nobodys()
    {
        await SqliteEngine.TouchAsync(engine.File);
        await using var connection = new SqliteConnection($"Data Source={engine.File};Pooling=false");
        string[] nobodys = ["schema_version", "sqlite_sequence", "secrets", "agent_seats", "accounts", "sign_in_tries", "audit", "session_keys"];

        var tables = await connection.QueryAsync<string>("select name from sqlite_master where type = 'table'");

        Assert.Equal(
            ConversationTables.Names.Concat(["conversations", "customers"]).Concat(nobodys).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    /// <summary>A conversation with many turns, so that older forms of its rows were written over, and the texts that stand in it.</summary>
    private static async Task<string[]> FillAsync(IServiceProvider services, string id, string user, string name)
    {
        var store = services.GetRequiredService<IConversationStore>();
        var none = CancellationToken.None;
        List<string> texts = [$"{name}-welcome", $"{name}-reference", $"{name}-filename", $"{name}-content"];
        await store.CreateAsync(Some.Beginning(id, new OutgoingActivity("w", $$"""{"text":"{{name}}-welcome"}""")) with { UserId = user, Reference = $$"""{"call":"{{name}}-reference"}""" }, none);
        await services.GetRequiredService<IAttachmentStore>().SaveAsync(
            new StoredAttachment($"f-{id}", id, $"{name}-filename", "text/plain", Encoding.UTF8.GetBytes(new string('x', 9000) + $"{name}-content")), none);
        for (var turn = 1; turn <= 40; turn++)
        {
            var said = $"{name}-said-{turn:000}";
            await store.AcceptAsync(new InboundActivity(id, $"m{turn}", null, $$"""{"text":"{{said}}"}""", turn % 2 == 0, true), none);
            var read = (await store.FindAsync(id, none))!;
            IReadOnlyList<ConversationEvent> events =
            [
                new CustomerSaid($"m{turn}", Some.Moment, $"{name}-event-{turn:000}", Some.Reading, []),
                new FactCollected($"m{turn}", Some.Moment, $"fact{turn}", $"{name}-fact-{turn:000}"),
                new NoteWritten($"n{turn}", Some.Moment, "mira", "Mira", $"{name}-note-{turn:000}", false),
            ];
            var brief = Some.Ticket(id: $"t-{id}-{turn}", conversationId: id);
            var ticket = turn % 10 == 0 ? brief with { State = HandoffState.Closed, Brief = brief.Brief with { SuggestedReply = $"{name}-brief-{turn:000}" } } : null;
            Assert.True(await store.CommitAsync(
                Some.Commit(read, $"m{turn}") with
                {
                    State = read.State.Apply(events), Events = events, Ticket = ticket, Dialogs = $$"""{"waits":"{{name}}-dialog-{{turn:000}}"}""",
                    Activities = [new OutgoingActivity($"a{turn}", $$"""{"text":"{{name}}-answer-{{turn:000}}"}""", Deliver: turn == 40)],
                },
                none));
            texts.AddRange([said, $"{name}-event-{turn:000}", $"{name}-fact-{turn:000}", $"{name}-note-{turn:000}", $"{name}-answer-{turn:000}"]);
            if (ticket is not null)
                texts.Add($"{name}-brief-{turn:000}");
        }

        texts.Add($"{name}-dialog-040");
        return [.. texts];
    }

    private string[] Missing(string[] texts)
    {
        var bytes = Directory.EnumerateFiles(Path.GetDirectoryName(engine.File)!).SelectMany(Read).ToArray();
        return [.. texts.Where(text => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0)];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
