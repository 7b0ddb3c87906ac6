using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>
/// A connection that keeps its statements prepared, so that Dapper, which makes a new command for every call, does not
/// have SQLite read the same SQL again each time: that is most of what a small statement costs. For SQL that is constant.
/// </summary>
internal sealed class PreparedConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);

    /// <summary>The command for this SQL, prepared if it was used before. The same SQL used within itself gets another.</summary>
    public SqliteCommand Take(string sql)
    {
        if (_idle.Remove(sql, out var kept))
            return kept;
        var made = CreateCommand();
        made.CommandText = sql;
        return made;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (!_idle.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        foreach (var command in _idle.Values)
            command.Dispose();
        _idle.Clear();
        base.Dispose(disposing);
    }
}
