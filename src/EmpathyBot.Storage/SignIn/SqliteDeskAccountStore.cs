using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using EmpathyBot.Storage.Audit;
using EmpathyBot.Storage.Sqlite;

namespace EmpathyBot.Storage.SignIn;

internal sealed class SqliteDeskAccountStore(SqliteDatabase database) : IDeskAccountStore
{
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalar<bool>("select exists (select 1 from accounts)"), cancellationToken);

    public Task<DeskAccount?> FindAsync(string id, CancellationToken cancellationToken) =>
        FindOneAsync(AccountRow.ById, new { id }, cancellationToken);

    public Task<DeskAccount?> FindByNameAsync(SignInName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FindOneAsync(AccountRow.ByName, new { name.Text }, cancellationToken);
    }

    public Task<DeskAccount?> FindBySubjectAsync(string issuer, string subject, CancellationToken cancellationToken) => FindOneAsync(
        AccountRow.BySubject, new { issuer, subject }, cancellationToken);

    public async Task<IReadOnlyList<DeskAccount>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection => connection.Query<AccountRow>($"select {AccountRow.Columns} from accounts order by name collate nocase, id").AsList(),
            cancellationToken);
        return [.. rows.Select(row => row.ToAccount())];
    }

    public Task<bool> AddAsync(DeskAccount account, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(AccountRow.Add, account, audit, cancellationToken);
    }

    public Task<bool> ChangeAsync(DeskAccount account, AuditEntry? audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(AccountRow.Change, account, audit, cancellationToken);
    }

    private Task<bool> WriteAsync(string sql, DeskAccount account, AuditEntry? audit, CancellationToken cancellationToken)
    {
        var row = AccountRow.Of(account);
        var entry = audit is null ? null : AuditRow.Of(audit);
        return database.TryWriteAsync(
            connection =>
            {
                if (connection.Execute(sql, row) != 1)
                    return false;
                entry?.Append(connection);
                return true;
            },
            cancellationToken);
    }

    private async Task<DeskAccount?> FindOneAsync(string sql, object named, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefault<AccountRow>(sql, named), cancellationToken);
        return row?.ToAccount();
    }
}
