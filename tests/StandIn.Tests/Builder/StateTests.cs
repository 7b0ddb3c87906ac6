using System.Text.Json;
using Moq;

namespace StandIn.Tests.Builder;

public class StateTests
{
    [Fact]
    public void Keys_are_made_of_channel_user_and_conversation()
    {
        var turn = Some.Turn();

        Assert.Equal("channel/users/user", new ShowingUserState().Key(turn));
        Assert.Equal("channel/conversations/conversation", new ShowingConversationState().Key(turn));
        Assert.Equal("channel/conversations/conversation/users/user", new ShowingPrivateState().Key(turn));
    }

    [Fact]
    public async Task A_missing_part_of_the_key_is_refused()
    {
        await RefusedAsync(new UserState(new MemoryStorage()), activity => activity.ChannelId = null);
        await RefusedAsync(new UserState(new MemoryStorage()), activity => activity.From = null);
        await RefusedAsync(new ConversationState(new MemoryStorage()), activity => activity.ChannelId = null);
        await RefusedAsync(new ConversationState(new MemoryStorage()), activity => activity.Conversation = new ConversationAccount());
        await RefusedAsync(new PrivateConversationState(new MemoryStorage()), activity => activity.From = new ChannelAccount());

        static async Task RefusedAsync(BotState state, Action<Activity> spoil)
        {
            var activity = Some.Message();
            spoil(activity);
            await Assert.ThrowsAsync<InvalidOperationException>(() => state.LoadAsync(Some.Turn(activity)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_property_needs_a_name(string? name) =>
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => new UserState(new MemoryStorage()).CreateProperty<string>(name)).ParamName);

    [Fact]
    public async Task Storage_is_read_once_and_written_only_when_something_changed()
    {
        var (reads, writes) = (0, 0);
        var storage = new Mock<IStorage>();
        storage.Setup(store => store.ReadAsync(It.IsAny<string[]>(), It.IsAny<CancellationToken>()))
            .Callback(() => reads++).ReturnsAsync(new Dictionary<string, object>());
        storage.Setup(store => store.WriteAsync(It.IsAny<IDictionary<string, object>>(), It.IsAny<CancellationToken>()))
            .Callback(() => writes++).Returns(Task.CompletedTask);
        var state = new UserState(storage.Object);
        var property = state.CreateProperty<string>("p");
        var turn = Some.Turn();

        await state.SaveChangesAsync(turn, force: true);
        await property.SetAsync(turn, "a");
        await property.SetAsync(turn, "b");
        Assert.Equal((1, 0), (reads, writes));

        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Equal((1, 1), (reads, writes));

        await state.SaveChangesAsync(turn, force: true);
        Assert.Equal((1, 2), (reads, writes));

        await property.DeleteAsync(turn);
        await state.SaveChangesAsync(turn);
        Assert.Equal((1, 3), (reads, writes));
    }

    [Fact]
    public async Task A_change_inside_an_object_is_a_change()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var property = state.CreateProperty<Basket>("basket");
        var turn = Some.Turn();
        (await property.GetAsync(turn, () => new Basket())).Items.Add("shoes");
        await state.SaveChangesAsync(turn);

        var next = Some.Turn();
        (await property.GetAsync(next)).Items.Add("socks");
        await state.SaveChangesAsync(next);

        Assert.Equal(["shoes", "socks"], (await property.GetAsync(Some.Turn())).Items);
    }

    [Fact]
    public async Task What_was_never_set_is_the_default()
    {
        var state = new UserState(new MemoryStorage());

        Assert.Null(await state.CreateProperty<string>("s").GetAsync(Some.Turn()));
        Assert.Equal(0, await state.CreateProperty<int>("i").GetAsync(Some.Turn()));
        Assert.Equal("made", await state.CreateProperty<string>("s").GetAsync(Some.Turn(), () => "made"));
        Assert.Equal(7, await state.CreateProperty<int>("i").GetAsync(Some.Turn(), () => 7));
    }

    [Fact]
    public async Task A_made_default_is_set()
    {
        var state = new UserState(new MemoryStorage());
        var property = state.CreateProperty<Basket>("basket");
        var turn = Some.Turn();

        var made = await property.GetAsync(turn, () => new Basket());

        Assert.Same(made, await property.GetAsync(turn));
        Assert.Equal("basket", property.Name);
    }

    [Fact]
    public async Task Whole_numbers_come_back_as_the_type_that_is_asked_for()
    {
        var storage = new MemoryStorage();
        var state = new UserState(storage);
        var turn = Some.Turn();
        await state.CreateProperty<int>("i").SetAsync(turn, 5);
        await state.SaveChangesAsync(turn);

        Assert.Equal(5, await state.CreateProperty<int>("i").GetAsync(Some.Turn()));
    }

    [Fact]
    public async Task A_storage_without_types_gives_json_that_is_converted()
    {
        var state = new UserState(new FixedStorage(JsonSerializer.SerializeToElement(new { basket = new { Items = new[] { "hat" } }, count = 3 })));
        var turn = Some.Turn();

        Assert.Equal(["hat"], (await state.CreateProperty<Basket>("basket").GetAsync(turn)).Items);
        Assert.Equal(3, await state.CreateProperty<int>("count").GetAsync(turn));
    }

    [Fact]
    public async Task Stored_things_that_are_no_state_are_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new UserState(new FixedStorage("text")).LoadAsync(Some.Turn()));

    [Fact]
    public async Task Cleared_state_is_saved_empty()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var property = state.CreateProperty<string>("p");
        var turn = Some.Turn();
        await property.SetAsync(turn, "x");
        await state.SaveChangesAsync(turn);

        var next = Some.Turn();
        await state.ClearStateAsync(next);
        await state.SaveChangesAsync(next);

        Assert.Null(await property.GetAsync(Some.Turn()));
    }

    [Fact]
    public async Task Deleted_state_is_gone_from_turn_and_storage()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var property = state.CreateProperty<string>("p");
        var turn = Some.Turn();
        await property.SetAsync(turn, "x");
        await state.SaveChangesAsync(turn);

        await state.DeleteAsync(turn);

        Assert.Null(state.GetCachedState(turn));
        Assert.Empty(await storage.ReadAsync(["channel/conversations/conversation"], default));
    }

    [Fact]
    public async Task Loading_by_force_drops_what_was_not_saved()
    {
        var state = new ConversationState(new MemoryStorage());
        var property = state.CreateProperty<string>("p");
        var turn = Some.Turn();
        await property.SetAsync(turn, "x");

        await state.LoadAsync(turn);
        Assert.Equal("x", await property.GetAsync(turn));

        await state.LoadAsync(turn, force: true);
        Assert.Null(await property.GetAsync(turn));
    }

    [Fact]
    public async Task Several_states_are_loaded_and_saved_together()
    {
        var storage = new MemoryStorage();
        var user = new UserState(storage);
        var conversation = new ConversationState(storage);
        var set = new BotStateSet(user).Add(conversation);
        var turn = Some.Turn();

        await set.LoadAllAsync(turn);
        await user.CreateProperty<string>("u").SetAsync(turn, "1");
        await conversation.CreateProperty<string>("c").SetAsync(turn, "2");
        await set.SaveAllChangesAsync(turn);

        Assert.Equal(2, (await storage.ReadAsync(["channel/users/user", "channel/conversations/conversation"], default)).Count);
        Assert.Equal("botState", Assert.Throws<ArgumentNullException>(() => set.Add(null)).ParamName);
    }

    [Fact]
    public async Task State_is_saved_when_the_turn_is_over_unless_it_failed()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var property = state.CreateProperty<string>("p");
        var adapter = new CollectingAdapter { OnTurnError = (_, _) => Task.CompletedTask };
        adapter.Use(new AutoSaveStateMiddleware().Add(state));

        await adapter.RunAsync(Some.Message(), async (turn, token) =>
        {
            await property.SetAsync(turn, "lost", token);
            throw new TimeoutException();
        });
        Assert.Null(await property.GetAsync(Some.Turn()));

        await adapter.RunAsync(Some.Message(), (turn, token) => property.SetAsync(turn, "kept", token));
        Assert.Equal("kept", await property.GetAsync(Some.Turn()));
    }

    private sealed class ShowingUserState() : UserState(new MemoryStorage())
    {
        public string Key(ITurnContext turn) => GetStorageKey(turn);
    }

    private sealed class ShowingConversationState() : ConversationState(new MemoryStorage())
    {
        public string Key(ITurnContext turn) => GetStorageKey(turn);
    }

    private sealed class ShowingPrivateState() : PrivateConversationState(new MemoryStorage())
    {
        public string Key(ITurnContext turn) => GetStorageKey(turn);
    }

    private sealed class FixedStorage(object value) : IStorage
    {
        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.ToDictionary(key => key, _ => value));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class Basket
    {
        public List<string> Items { get; init; } = [];
    }
}
