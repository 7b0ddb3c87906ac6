using Dapper;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

public sealed class AppendOnlyTests
{
    [Theory]
    [InlineData("update audit set agent = 'somebody else'")]
    [InlineData("delete from audit")]
    public async Task The_database_itself_refuses_to_change_or_delete_the_log(string sql)
    {
        await using var engine = new SqliteEngine();
        await using var services = engine.Open(new SettableTime());
        var log = services.GetRequiredService<IAuditLog>();
        await log.AppendAsync(new(new SettableTime().GetUtcNow(), AuditActs.Took, "a1", "Mira", null), CancellationToken.None);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            services.GetRequiredService<SqliteDatabase>().WriteAsync(connection => connection.Execute(sql), CancellationToken.None));

        Assert.Contains("only added to", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("Mira", Assert.Single(await log.ReadAsync(new(10), CancellationToken.None)).Agent);
    }

    [Fact]
    public async Task Sessions_survive_a_restart_since_their_keys_are_kept_with_everything_else()
    {
        await using var engine = new SqliteEngine();
        string sealedText;
        await using (var services = Open(engine))
            sealedText = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("hello");

        await using var again = Open(engine);

        Assert.Equal("hello", again.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(sealedText));
    }

    private static ServiceProvider Open(SqliteEngine engine)
    {
        var services = new ServiceCollection();
        services.AddDataProtection();
        EmpathyBot.Storage.StorageServices.AddStorage(services, options => options.Path = engine.File);
        return services.BuildServiceProvider();
    }
}
