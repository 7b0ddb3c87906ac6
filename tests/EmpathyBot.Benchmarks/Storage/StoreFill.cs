using System.Data.Common;
using Dapper;
using EmpathyBot.Benchmarks.Turns;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>
/// Fills a store with conversations by SQL: copies, under ids of their own, of a few that the bot itself held, with all
/// rows that it wrote for them. A million take minutes so, where playing them would take hours.
/// </summary>
/// <param name="bot">Holds the conversations that are copied, each of one turn.</param>
internal sealed class StoreFill(BotInProcess bot)
{
    private const int CopiedAtOnce = 20_000;

    /// <summary>What a turn writes, and the column that names the conversation.</summary>
    private static readonly (string Table, string Key)[] Tables =
    [
        ("conversations", "id"), ("stream", "conversation_id"), ("accepted", "conversation_id"), ("events", "conversation_id"), ("changes", "conversation_id"),
    ];

    private int filled;

    /// <summary>How many were filled in.</summary>
    public int Filled => filled;

    /// <summary>Copies until there are so many.</summary>
    public async Task FillAsync(int size)
    {
        await using var connection = await bot.ConnectAsync();
        if (filled == 0)
            await PrepareAsync(connection);
        // One step's ids ascend, so that indexes grow where they end and are not read again and again.
        for (var (all, done) = (size - filled, 0); done < all;)
        {
            var to = Math.Min(done + CopiedAtOnce, all);
            await CopyAsync(connection, done, to, all);
            filled += to - done;
            done = to;
        }

        await connection.ExecuteAsync(bot.Engine == StoreEngine.PostgreSql ? "vacuum analyze" : "analyze; pragma wal_checkpoint(truncate)", commandTimeout: 0);
    }

    /// <summary>So many conversations, drawn from all that were filled in, and which question each of them has had. None is drawn twice.</summary>
    public async Task<IReadOnlyList<(string Id, int Question)>> DrawAsync(int count)
    {
        await using var connection = await bot.ConnectAsync();
        var drawn = (await connection.QueryAsync<(string Id, int Question)>(
            "select id, question from benchmark_filled order by random() limit @count", new { count }, commandTimeout: 0)).AsList();
        await connection.ExecuteAsync("delete from benchmark_filled where id in @ids", new { ids = drawn.Select(one => one.Id) }, commandTimeout: 0);
        return drawn;
    }

    private async Task PrepareAsync(DbConnection connection)
    {
        await connection.ExecuteAsync(
            """
            create table benchmark_pattern (question integer not null, id text not null);
            create table benchmark_batch (id text not null, question integer not null);
            create table benchmark_filled (id text not null, question integer not null);
            """);
        for (var question = 0; question < TurnQuestions.Count; question++)
        {
            var id = await bot.BeginAsync();
            await bot.TurnAsync(id, TurnQuestions.At(question));
            await connection.ExecuteAsync("insert into benchmark_pattern (question, id) values (@question, @id)", new { question, id });
        }
    }

    private async Task CopyAsync(DbConnection connection, int from, int to, int all)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            bot.Engine == StoreEngine.PostgreSql
                ? """
                  delete from benchmark_batch;
                  insert into benchmark_batch (id, question)
                  select lpad(to_hex(number::bigint * 268435456 / @all), 7, '0') || substr(md5(random()::text), 1, 24), number % @questions
                  from generate_series(@from, @to - 1) as number
                  """
                : """
                  delete from benchmark_batch;
                  with recursive numbers (number) as (select @from union all select number + 1 from numbers where number + 1 < @to)
                  insert into benchmark_batch (id, question)
                  select printf('%07x', number * 268435456 / @all) || lower(hex(randomblob(12))), number % @questions from numbers
                  """,
            new { from, to, all, questions = TurnQuestions.Count }, transaction, commandTimeout: 0);
        foreach (var (table, key) in Tables)
            await connection.ExecuteAsync(await CopyOfAsync(connection, transaction, table, key), transaction: transaction, commandTimeout: 0);
        await connection.ExecuteAsync("insert into benchmark_filled (id, question) select id, question from benchmark_batch", transaction: transaction);
        await transaction.CommitAsync();
    }

    /// <summary>The statement that copies a table's rows: each text with the copy's id where the pattern's stood, numbers as they are.</summary>
    private async Task<string> CopyOfAsync(DbConnection connection, DbTransaction transaction, string table, string key)
    {
        var columns = new List<(string Name, string Value)>();
        await using (var reader = await connection.ExecuteReaderAsync($"select * from {table} limit 1", transaction: transaction))
        {
            for (var at = 0; at < reader.FieldCount; at++)
            {
                var name = reader.GetName(at);
                if (Value(table, key, name, reader.GetDataTypeName(at)) is { } value)
                    columns.Add((name, value));
            }
        }

        return $"""
            insert into {table} ({string.Join(", ", columns.Select(column => column.Name))})
            select {string.Join(", ", columns.Select(column => column.Value))}
            from benchmark_batch as batch
            join benchmark_pattern as pattern on pattern.question = batch.question
            join {table} as had on had.{key} = pattern.id
            order by batch.id
            """;
    }

    /// <summary>What is written into a column; null where the store counts by itself.</summary>
    private string? Value(string table, string key, string column, string type) => (table, column) switch
    {
        _ when column == key => "batch.id",
        (_, "id") => null,
        ("changes", "sequence") => bot.Engine == StoreEngine.PostgreSql ? "nextval('change_places')" : null,
        _ when type.Equals("text", StringComparison.OrdinalIgnoreCase) => $"replace(had.{column}, pattern.id, batch.id)",
        _ => $"had.{column}",
    };
}
