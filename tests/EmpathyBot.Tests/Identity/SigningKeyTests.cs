using EmpathyBot.Bot.Identity;

namespace EmpathyBot.Tests.Identity;

/// <summary>Keys are kept, asked for again when they should be, and never because somebody forges names.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private KeyServer keys = null!;
    private Gate gate = null!;

    private Minted Good => new(gate.Clock.GetUtcNow());

    private Minted Newer => new(gate.Clock.GetUtcNow()) { Key = KeyServer.NewerKey };

    public async Task InitializeAsync()
    {
        keys = await KeyServer.StartAsync();
        gate = new Gate(keys);
    }

    public async Task DisposeAsync()
    {
        await gate.DisposeAsync();
        await keys.DisposeAsync();
    }

    [Fact]
    public async Task Many_callers_at_once_ask_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.EnterAsync(Good)));
        Assert.Equal(1, keys.Asked);
    }

    [Fact]
    public async Task Keys_are_read_anew_after_a_day()
    {
        await gate.EnterAsync(Good);
        gate.Clock.Turn(TimeSpan.FromHours(23));
        await gate.EnterAsync(Good);
        Assert.Equal(1, keys.Asked);

        gate.Clock.Turn(TimeSpan.FromHours(2));
        keys.Published.RemoveAll(published => published.Key == KeyServer.ChannelKey);
        Assert.False(await gate.LetsInAsync(Good));
        Assert.Equal(2, keys.Asked);
    }

    [Fact]
    public async Task An_unknown_key_is_looked_for_at_most_once_an_hour()
    {
        await gate.EnterAsync(Good);
        keys.Published.Add((KeyServer.NewerKey, ["msteams"]));
        foreach (var _ in Enumerable.Range(0, 5))
            Assert.False(await gate.LetsInAsync(Newer));
        Assert.Equal(1, keys.Asked);

        gate.Clock.Turn(TimeSpan.FromMinutes(61));
        Assert.True(await gate.LetsInAsync(Newer));
        Assert.Equal(2, keys.Asked);
    }

    [Fact]
    public async Task Known_keys_serve_on_while_the_issuer_is_away()
    {
        await gate.EnterAsync(Good);
        keys.IsAway = true;
        gate.Clock.Turn(TimeSpan.FromHours(30));
        await gate.EnterAsync(Good);
        Assert.False(await gate.LetsInAsync(Newer));

        keys.IsAway = false;
        keys.Published.Add((KeyServer.NewerKey, ["msteams"]));
        gate.Clock.Turn(TimeSpan.FromMinutes(1));
        Assert.True(await gate.LetsInAsync(Newer));
    }

    [Fact]
    public async Task Without_any_keys_nobody_is_called_a_liar_and_the_next_caller_after_a_pause_is_heard()
    {
        keys.IsAway = true;
        await Assert.ThrowsAsync<SigningKeysException>(() => gate.EnterAsync(Good));
        keys.IsAway = false;
        await Assert.ThrowsAsync<SigningKeysException>(() => gate.EnterAsync(Good));
        gate.Clock.Turn(TimeSpan.FromMinutes(1));
        await gate.EnterAsync(Good);
    }

    [Fact]
    public async Task Who_is_let_in_carries_only_what_was_verified()
    {
        var token = Good;
        (token.Claims["appid"], token.Claims["role"]) = ("someone", "admin");
        var entered = await gate.EnterAsync(token);

        Assert.Equal(
            [("aud", Minted.AppId), ("appid", Minted.AppId), ("serviceurl", Minted.ServiceUrl)],
            entered.ClaimsIdentity.Claims.Select(claim => (claim.Type, claim.Value)));
        Assert.True(entered.ClaimsIdentity.IsAuthenticated);
        Assert.Null(entered.CallerId);
    }

    [Fact]
    public async Task Streams_are_not_taken() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => gate.Authentication.AuthenticateStreamingRequestAsync("Bearer x.y.z", "msteams", default));
}
