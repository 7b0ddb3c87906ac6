namespace EmpathyBot.Storage.PostgreSql;

/// <summary>Numbers of the advisory locks that nodes agree by. Those of one customer, one name and the like are hashes beside them.</summary>
internal static class PostgresLocks
{
    public const long Migrations = 0x456D_7061_0001;

    /// <summary>Gives changes their places.</summary>
    public const long Changes = 0x456D_7061_0002;

    /// <summary>Takes what is due in the outbox.</summary>
    public const long Outbox = 0x456D_7061_0003;

    /// <summary>Takes what another hub must be told.</summary>
    public const long HubOutbox = 0x456D_7061_0004;
}
