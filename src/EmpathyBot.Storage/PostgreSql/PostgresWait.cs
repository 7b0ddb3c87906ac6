namespace EmpathyBot.Storage.PostgreSql;

/// <summary>Whether somebody still waits for what is being done: who no longer does was told that it failed, and it must not be committed.</summary>
internal sealed class PostgresWait
{
    private volatile bool _isOver;

    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }
}
