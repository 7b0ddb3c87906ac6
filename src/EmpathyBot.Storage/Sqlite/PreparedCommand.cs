using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace EmpathyBot.Storage.Sqlite;

/// <summary>Stands for a prepared command of the connection from the moment its text is known until it is disposed.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? _taken;

    [AllowNull]
    public override string CommandText
    {
        get => _taken?.CommandText ?? "";
        set
        {
            if (value == CommandText)
                return;
            GiveBack();
            _taken = value is null ? null : connection.Take(value);
        }
    }

    public override int CommandTimeout { get => Taken.CommandTimeout; set => Taken.CommandTimeout = value; }

    public override CommandType CommandType { get => Taken.CommandType; set => Taken.CommandType = value; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public override bool DesignTimeVisible { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A prepared command stays with its connection.");
    }

    protected override DbTransaction? DbTransaction { get => Taken.Transaction; set => Taken.Transaction = (SqliteTransaction?)value; }

    protected override DbParameterCollection DbParameterCollection => Taken.Parameters;

    private SqliteCommand Taken => _taken ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => Taken.Cancel();

    public override void Prepare() => Taken.Prepare();

    public override int ExecuteNonQuery() => Taken.ExecuteNonQuery();

    public override object? ExecuteScalar() => Taken.ExecuteScalar();

    protected override DbParameter CreateDbParameter() => new PrefixedParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Taken.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        GiveBack();
        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (_taken is { } taken)
            connection.GiveBack(taken);
        _taken = null;
    }

    /// <summary>
    /// Takes the name that Dapper gives it with the sign it has in the SQL. Without one SQLite is asked four times, each
    /// time with a new text.
    /// </summary>
    private sealed class PrefixedParameter : SqliteParameter
    {
        // As many as the SQL of this program names.
        private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

        [AllowNull]
        public override string ParameterName
        {
            get => base.ParameterName;
            set => base.ParameterName = string.IsNullOrEmpty(value) || value[0] == '@' ? value : Names.GetOrAdd(value, static name => "@" + name);
        }
    }
}
