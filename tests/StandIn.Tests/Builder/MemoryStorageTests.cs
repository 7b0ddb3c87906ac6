using System.Globalization;

namespace StandIn.Tests.Builder;

public class MemoryStorageTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task What_is_not_there_is_not_read_and_may_be_deleted()
    {
        await _storage.DeleteAsync(["unknown"], default);

        Assert.Empty(await _storage.ReadAsync(["unknown"], default));
    }

    [Fact]
    public async Task Objects_come_back_as_copies_of_their_type()
    {
        var item = new Item { Id = "1", Tags = { "a" }, Any = new Item { Id = "2" } };
        await WriteAsync("key", item);
        item.Id = "changed";

        var read = Assert.IsType<Item>(await ReadAsync("key"));

        Assert.Equal("1", read.Id);
        Assert.Equal(["a"], read.Tags);
        Assert.Equal("2", Assert.IsType<Item>(read.Any).Id);
        Assert.NotSame(read, await ReadAsync("key"));
    }

    [Fact]
    public async Task Keys_may_be_anything()
    {
        const string key = "!@#$%^&*()~/\\><,.?';\"`~";

        await WriteAsync(key, new Item { Id = "1" });

        Assert.NotNull(await ReadAsync(key));
    }

    [Fact]
    public async Task A_versioned_item_is_written_only_with_its_current_version()
    {
        await WriteAsync("key", new Versioned { Count = 1 });
        var first = (Versioned)await ReadAsync("key");
        Assert.NotNull(first.ETag);

        first.Count = 2;
        await WriteAsync("key", first);
        var second = (Versioned)await ReadAsync("key");
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(2, second.Count);

        first.Count = 3;
        var conflict = await Assert.ThrowsAsync<Exception>(() => WriteAsync("key", first));
        Assert.StartsWith("Etag conflict.", conflict.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Exception>(() => WriteAsync("key", new Versioned { ETag = string.Empty }));
        await Assert.ThrowsAsync<Exception>(() => WriteAsync("key", new Versioned { ETag = null }));
        Assert.Equal(2, ((Versioned)await ReadAsync("key")).Count);
    }

    [Fact]
    public async Task A_star_overwrites_any_version()
    {
        await WriteAsync("key", new Versioned { Count = 1 });

        await WriteAsync("key", new Versioned { Count = 9, ETag = "*" });

        Assert.Equal(9, ((Versioned)await ReadAsync("key")).Count);
    }

    [Fact]
    public async Task Items_without_version_are_overwritten()
    {
        await WriteAsync("key", new Item { Id = "1" });
        await WriteAsync("key", new Item { Id = "2" });

        Assert.Equal("2", ((Item)await ReadAsync("key")).Id);
    }

    [Fact]
    public async Task Null_is_stored_and_read_as_nothing()
    {
        await WriteAsync("key", null!);

        Assert.Empty(await _storage.ReadAsync(["key"], default));
    }

    [Fact]
    public async Task Plain_values_in_a_dictionary_come_back_as_json_has_them()
    {
        await WriteAsync("key", new Dictionary<string, object>
        {
            ["int"] = 5,
            ["decimal"] = 1.5m,
            ["enum"] = DayOfWeek.Friday,
            ["text"] = "x",
            ["yes"] = true,
            ["nothing"] = null!,
            ["list"] = new List<object> { 1, "two" },
            ["choice"] = new FoundChoice { Value = "red", Index = 1 },
        });

        var read = Assert.IsType<Dictionary<string, object>>(await ReadAsync("key"));

        Assert.Equal(5L, read["int"]);
        Assert.Equal(1.5, read["decimal"]);
        Assert.Equal(5, Convert.ToInt32(read["enum"], CultureInfo.InvariantCulture));
        Assert.Equal("x", read["text"]);
        Assert.Equal(true, read["yes"]);
        Assert.Null(read["nothing"]);
        Assert.Equal([1L, "two"], Assert.IsType<List<object>>(read["list"]));
        Assert.Equal("red", Assert.IsType<FoundChoice>(read["choice"]).Value);
    }

    [Fact]
    public async Task Many_writers_at_once_leave_one_whole_item()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => WriteAsync("key", new Item { Id = number.ToString(CultureInfo.InvariantCulture), Tags = { $"{number}" } }))));

        var read = (Item)await ReadAsync("key");
        Assert.Equal(read.Id, Assert.Single(read.Tags));
    }

    [Fact]
    public async Task Nothing_is_no_argument()
    {
        Assert.Equal("keys", (await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.ReadAsync(null, default))).ParamName);
        Assert.Equal("changes", (await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.WriteAsync(null, default))).ParamName);
        Assert.Equal("keys", (await Assert.ThrowsAsync<ArgumentNullException>(() => _storage.DeleteAsync(null, default))).ParamName);
    }

    private Task WriteAsync(string key, object value) => _storage.WriteAsync(new Dictionary<string, object> { [key] = value }, default);

    private async Task<object> ReadAsync(string key) => (await _storage.ReadAsync([key], default))[key];

    private sealed class Item
    {
        public string? Id { get; set; }

        public List<string> Tags { get; } = [];

        public object? Any { get; set; }
    }

    private sealed class Versioned : IStoreItem
    {
        public int Count { get; set; }

        public string? ETag { get; set; }
    }
}
