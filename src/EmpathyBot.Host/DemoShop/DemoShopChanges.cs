using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Host.DemoShop;

/// <summary>A change the demo shop made: a search opened, an order cancelled, a voucher given.</summary>
/// <param name="IdempotencyKey">The key it was made under.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="OrderNumber">What it was made to: an order number, or for accounts and goods what stands for them.</param>
/// <param name="Reference">What the customer was told as reference; empty when there is none.</param>
/// <param name="MadeAt">When, ISO 8601.</param>
/// <param name="Answer">The answer, as JSON: the same key is answered with it again.</param>
internal sealed record DemoShopChange(
    string IdempotencyKey, string Operation, string OrderNumber, string Reference, string MadeAt, string Answer);

/// <summary>
/// The demo shop's own data, in a file of its own: what was changed, under which idempotency key. The same key never
/// changes anything twice, also after a restart.
/// </summary>
internal sealed class DemoShopChanges
{
    private const string Select = """
        select idempotency_key as IdempotencyKey, operation as Operation, order_number as OrderNumber, reference as Reference,
               made_at as MadeAt, answer as Answer from shop_change
        """;

    private readonly string connectionString;

    public DemoShopChanges(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        SQLitePCL.Batteries_V2.Init();
        using var connection = Open();
        connection.Execute("""
            pragma journal_mode = wal;
            create table if not exists shop_change (
              idempotency_key text primary key, operation text not null, order_number text not null,
              reference text not null, made_at text not null, answer text not null);
            create index if not exists shop_change_order on shop_change (order_number);
            """);
    }

    /// <summary>
    /// Makes the change and keeps its answer, or gives back the answer that was given under the same key. What is
    /// declined changes nothing and is not kept.
    /// </summary>
    public DemoAnswer Make(string key, string operation, string subject, DateTimeOffset at, Func<IReadOnlyList<DemoShopChange>, DemoAnswer> change)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var before = connection.QuerySingleOrDefault<DemoShopChange>(Select + " where idempotency_key = @key", new { key }, transaction);
        if (before is not null)
            return DemoAnswer.Again(JsonSerializer.Deserialize<Dictionary<string, object?>>(before.Answer)!);

        var answer = change(Of(subject, connection, transaction));
        if (answer.Status == StatusCodes.Status200OK)
        {
            var reference = answer.Data!.GetValueOrDefault("reference") as string ?? "";
            connection.Execute(
                "insert into shop_change values (@key, @operation, @subject, @reference, @at, @answer)",
                new { key, operation, subject, reference, at = at.ToString("O"), answer = JsonSerializer.Serialize(answer.Data) }, transaction);
            transaction.Commit();
        }

        return answer;
    }

    /// <summary>What was changed about an order, oldest first.</summary>
    public IReadOnlyList<DemoShopChange> Of(string subject)
    {
        using var connection = Open();
        return Of(subject, connection, null);
    }

    /// <summary>All changes, oldest first.</summary>
    public IReadOnlyList<DemoShopChange> List()
    {
        using var connection = Open();
        return [.. connection.Query<DemoShopChange>(Select + " order by made_at, rowid")];
    }

    private static List<DemoShopChange> Of(string subject, SqliteConnection connection, SqliteTransaction? transaction) =>
        [.. connection.Query<DemoShopChange>(Select + " where order_number = @subject order by made_at, rowid", new { subject }, transaction)];

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("pragma busy_timeout = 5000; pragma synchronous = normal;");
        return connection;
    }
}
