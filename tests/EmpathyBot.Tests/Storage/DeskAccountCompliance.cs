using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What any store of desk accounts must do.</summary>
public abstract class DeskAccountCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private IDeskAccountStore Accounts => Services.GetRequiredService<IDeskAccountStore>();

    private IAuditLog Log => Services.GetRequiredService<IAuditLog>();

    private AuditEntry Entry => AuditedBy.CommandLine.Entry(Time.GetUtcNow(), AuditActs.AccountAdded);

    [Fact]
    public async Task An_account_comes_back_as_it_was_kept_and_survives_a_restart()
    {
        Assert.False(await Accounts.AnyAsync(None));
        var local = Local("a1", "mira") with { DisabledAt = Time.GetUtcNow(), Version = 3 };
        var foreign = new DeskAccount("a2", Some.WeirdText, DeskRole.Supervisor, "stamp", Time.GetUtcNow()) { Issuer = "https://login.example", Subject = "s" };
        Assert.True(await Accounts.AddAsync(local, Entry, None));
        Assert.True(await Accounts.AddAsync(foreign, Entry, None));

        await RestartAsync();

        Assert.True(await Accounts.AnyAsync(None));
        Assert.Equal(local, await Accounts.FindAsync("a1", None));
        Assert.Equal(local, await Accounts.FindByNameAsync(SignInName.Read("Mira")!, None));
        Assert.Equal(foreign, await Accounts.FindBySubjectAsync("https://login.example", "s", None));
        Assert.Equal(2, (await Accounts.ListAsync(None)).Count);
        Assert.Null(await Accounts.FindAsync("a3", None));
        Assert.Null(await Accounts.FindBySubjectAsync("https://other.example", "s", None));
    }

    [Fact]
    public async Task What_is_taken_is_not_added_and_then_nothing_is_written()
    {
        await Accounts.AddAsync(Local("a1", "mira"), Entry, None);
        var foreign = new DeskAccount("a2", "Joel", DeskRole.Agent, "stamp", Time.GetUtcNow()) { Issuer = "i", Subject = "s" };
        await Accounts.AddAsync(foreign, Entry, None);

        Assert.False(await Accounts.AddAsync(Local("a1", "other"), Entry, None));
        Assert.False(await Accounts.AddAsync(Local("a3", "mira"), Entry, None));
        Assert.False(await Accounts.AddAsync(foreign with { Id = "a4" }, Entry, None));

        Assert.Equal(2, (await Log.ReadAsync(new AuditQuery(10), None)).Count);
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_version_one_is_made_with_its_entry()
    {
        await Accounts.AddAsync(Local("a1", "mira"), Entry, None);
        var changed = Local("a1", "mira") with { Role = DeskRole.Supervisor, Name = "Mira L", Stamp = "next", PasswordHash = "h2", Version = 1 };

        var done = await Task.WhenAll(Accounts.ChangeAsync(changed, Entry, None), Accounts.ChangeAsync(changed with { Name = "Other" }, Entry, None));

        Assert.Single(done, made => made);
        Assert.Equal(2, (await Log.ReadAsync(new AuditQuery(10), None)).Count);
        Assert.False(await Accounts.ChangeAsync(changed with { Id = "nobody" }, Entry, None));
        Assert.False(await Accounts.ChangeAsync(changed with { Version = 7 }, null, None));
    }

    private DeskAccount Local(string id, string name) => new(id, "Mira", DeskRole.Agent, "stamp", Time.GetUtcNow()) { SignInName = name, PasswordHash = "hash" };
}
