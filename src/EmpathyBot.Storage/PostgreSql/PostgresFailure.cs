using Npgsql;

namespace EmpathyBot.Storage.PostgreSql;

/// <summary>The one place that turns a broken world into a sentence with the server and what to do. It never names the password.</summary>
internal static class PostgresFailure
{
    public static StorageException Explain(string server, Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused => new(
            server, $"The PostgreSQL server {server} lets the bot not in: {refused.MessageText}. Check user and password in Storage:PostgreSql.", failure),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing => new(
            server, $"The PostgreSQL server {server} has no such database: {missing.MessageText}. Create it, or name another in Storage:PostgreSql.", failure),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } forbidden => new(
            server, $"The PostgreSQL database {server} does not let the bot work: {forbidden.MessageText}. Grant its user all rights in it.", failure),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => new(
            server, $"The PostgreSQL database {server} is read-only, as a standby is. Name the one that can be written in Storage:PostgreSql.", failure),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(
            server, $"The disk of the PostgreSQL server {server} is full. Make room there.", failure),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => new(
            server, $"The PostgreSQL server {server} has too many connections. Raise its max_connections, or lower Maximum Pool Size in Storage:PostgreSql.", failure),
        PostgresException other => new(server, $"The PostgreSQL database {server} cannot be used: {other.MessageText}.", failure),
        _ => new(
            server, $"The PostgreSQL server {server} cannot be reached: {failure.Message} Start it, or name another in Storage:PostgreSql.", failure),
    };

    public static StorageException Silent(string server, TimeSpan waited) => new(
        server, $"The PostgreSQL server {server} did not answer within {waited.TotalSeconds:0} seconds. It is not reached, or has too much to do.");

    public static StorageException BadSetting(Exception failure) => new(
        "Storage:PostgreSql",
        $"Storage:PostgreSql is no connection string: {failure.Message} Give one such as Host=db;Database=empathybot;Username=bot;Password=….",
        failure);

    public static StorageException Foreign(string server) => new(
        server, $"The PostgreSQL database {server} is another program's. Name one of the bot's own in Storage:PostgreSql, or a schema (Search Path=…).");

    public static StorageException Newer(string server, int found, int known) => new(
        server,
        $"The PostgreSQL database {server} was written by a newer version (schema {found}, this version knows up to {known}). Start the newer version, or name another in Storage:PostgreSql.");

    public static StorageException NotUnicode(string server) => new(
        server, $"The PostgreSQL database {server} does not hold every script: its encoding is not UTF8. Create it with encoding 'UTF8'.");

    public static StorageException NoSchema(string server) => new(
        server, $"The PostgreSQL database {server} has no schema the bot may use. Create the one named as Search Path in Storage:PostgreSql.");
}
