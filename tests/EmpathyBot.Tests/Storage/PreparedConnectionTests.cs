using System.Data.Common;
using Dapper;
using EmpathyBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Tests.Storage;

public sealed class PreparedConnectionTests : IDisposable
{
    private readonly PreparedConnection _connection;

    static PreparedConnectionTests() => SQLitePCL.Batteries_V2.Init();

    public PreparedConnectionTests()
    {
        _connection = new PreparedConnection("Data Source=:memory:");
        _connection.Open();
        _connection.Execute("create table words (word text not null unique)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void The_same_text_gets_the_same_command_again_without_its_old_values()
    {
        Insert("a");
        var kept = _connection.Take(InsertSql);

        Assert.Empty(kept.Parameters);
        _connection.GiveBack(kept);
        Insert("b");

        Assert.Equal(["a", "b"], Words());
        Assert.Same(kept, _connection.Take(InsertSql));
    }

    [Fact]
    public void A_statement_that_failed_works_the_next_time()
    {
        Insert("a");
        Assert.Throws<SqliteException>(() => Insert("a"));
        Assert.Throws<SqliteException>(() => Insert(null));

        Insert("b");

        Assert.Equal(["a", "b"], Words());
    }

    [Fact]
    public void A_query_within_the_same_query_has_a_statement_of_its_own()
    {
        Insert("a");
        Insert("b");

        var inner = _connection.Query<string>(WordsSql, buffered: false).Select(outer => outer + string.Concat(Words())).ToList();

        Assert.Equal(["aab", "bab"], inner);
        Assert.Equal(["a", "b"], Words());
    }

    [Fact]
    public void A_query_that_was_left_half_read_begins_anew_the_next_time()
    {
        Insert("a");
        Insert("b");

        Assert.Equal("a", _connection.Query<string>(WordsSql, buffered: false).First());

        Assert.Equal(["a", "b"], Words());
    }

    [Fact]
    public void Many_rows_go_through_one_command()
    {
        _connection.Execute(InsertSql, new[] { new { word = "a" }, new { word = "b" } });

        Assert.Equal(["a", "b"], Words());
    }

    [Fact]
    public void A_command_without_text_says_so()
    {
        using DbCommand command = ((DbConnection)_connection).CreateCommand();

        Assert.Throws<InvalidOperationException>(() => command.ExecuteNonQuery());
    }

    private const string InsertSql = "insert into words values (@word)";

    private const string WordsSql = "select word from words order by word";

    private void Insert(string? word) => _connection.Execute(InsertSql, new { word });

    private List<string> Words() => _connection.Query<string>(WordsSql).AsList();
}
