using Dapper;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Host.DemoShop;

/// <summary>A change the demo shop made: a search or a trace that was opened.</summary>
internal sealed record DemoShopChange(string IdempotencyKey, string Operation, string OrderNumber, string Reference, string MadeAt);

/// <summary>
/// The demo shop's own data, in a file of its own: what was changed, under which idempotency key. The same key never
/// changes anything twice, also after a restart.
/// </summary>
internal sealed class DemoShopChanges
{
    private readonly string connectionString;

    public DemoShopChanges(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ToString();
        SQLitePCL.Batteries_V2.Init();
        using var connection = Open();
        connection.Execute("""
            pragma journal_mode = wal;
            create table if not exists change (
              idempotency_key text primary key, operation text not null, order_number text not null,
              reference text not null, made_at text not null);
            """);
    }

    /// <summary>Makes the change, or gives back the one made before under the same key.</summary>
    public DemoShopChange Make(string idempotencyKey, string operation, string orderNumber, DateTimeOffset at)
    {
        using var connection = Open();
        var reference = $"{(operation == "open_refund_trace" ? "RT" : "PS")}-{orderNumber}";
        connection.Execute(
            "insert into change values (@idempotencyKey, @operation, @orderNumber, @reference, @at) on conflict (idempotency_key) do nothing",
            new { idempotencyKey, operation, orderNumber, reference, at = at.ToString("O") });
        return connection.QuerySingle<DemoShopChange>(
            Select + " where idempotency_key = @idempotencyKey", new { idempotencyKey });
    }

    /// <summary>All changes, oldest first.</summary>
    public IReadOnlyList<DemoShopChange> List()
    {
        using var connection = Open();
        return [.. connection.Query<DemoShopChange>(Select + " order by made_at")];
    }

    private const string Select =
        "select idempotency_key as IdempotencyKey, operation as Operation, order_number as OrderNumber, reference as Reference, made_at as MadeAt from change";

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("pragma busy_timeout = 5000; pragma synchronous = normal;");
        return connection;
    }
}
