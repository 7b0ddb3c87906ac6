using EmpathyBot.Domain.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What any count of tries to sign in must do.</summary>
public abstract class SignInTriesCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private static readonly SignInLimit Two = new(2, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40));

    private ISignInTries Tries => Services.GetRequiredService<ISignInTries>();

    private Task<DateTimeOffset?> BeginAsync(params string[] keys) => Tries.BeginAsync([.. keys.Select(key => new SignInCount(key, Two))], None);

    [Fact]
    public async Task Beyond_the_free_tries_each_costs_a_wait_that_doubles_up_to_the_longest()
    {
        Assert.Null(await BeginAsync("a"));
        Assert.Null(await BeginAsync("a"));
        foreach (var wait in new[] { 10, 20, 40, 40 })
        {
            Assert.Null(await BeginAsync("a"));
            Assert.Equal(Time.GetUtcNow().AddSeconds(wait), await BeginAsync("a"));
            Time.Pass(TimeSpan.FromSeconds(wait));
        }
    }

    [Fact]
    public async Task A_wait_survives_a_restart_and_holds_for_whoever_shares_the_key()
    {
        for (var tries = 0; tries < 3; tries++)
            await BeginAsync("a", "shared");

        await RestartAsync();

        Assert.NotNull(await BeginAsync("b", "shared"));
        Assert.Null(await BeginAsync("b"));
    }

    [Fact]
    public async Task During_a_wait_nothing_is_counted()
    {
        for (var tries = 0; tries < 3; tries++)
            await BeginAsync("a");
        for (var tries = 0; tries < 10; tries++)
            await BeginAsync("a", "b");

        Assert.Null(await BeginAsync("b"));
        Assert.Null(await BeginAsync("b"));
    }

    [Fact]
    public async Task Success_forgets_the_first_count_and_takes_back_one_try_of_the_others()
    {
        SignInCount[] counts = [new("a", Two), new("b", Two)];
        await Tries.BeginAsync(counts, None);
        await Tries.BeginAsync(counts, None);
        await Tries.BeginAsync(counts, None);
        await Tries.SucceedAsync(counts, None);

        Assert.Null(await BeginAsync("a"));
        Assert.Null(await BeginAsync("a"));
        Assert.Null(await BeginAsync("b"));
        Assert.NotNull(await BeginAsync("b"));
    }

    [Fact]
    public async Task After_a_day_without_a_try_all_is_forgotten()
    {
        for (var tries = 0; tries < 5; tries++)
        {
            await BeginAsync("a");
            Time.Pass(TimeSpan.FromMinutes(1));
        }

        Time.Pass(SignInLimit.ForgottenAfter);

        Assert.Null(await BeginAsync("a"));
        Assert.Null(await BeginAsync("a"));
    }
}
