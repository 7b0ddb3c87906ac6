using System.Globalization;
using System.Text.Json.Nodes;

namespace StandIn.Bot.Builder;

/// <summary>Keeps objects in this process, as copies.</summary>
public class MemoryStorage : IStorage
{
    private const string ETagName = "ETag";

    private readonly Dictionary<string, Stored> _memory = [];
    private readonly Lock _lock = new();
    private int _eTag;

    public MemoryStorage()
    {
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);

        lock (_lock)
        {
            foreach (var key in keys)
            {
                _memory.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);

        var found = new Dictionary<string, object>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var stored) && stored != null)
                {
                    found.Add(key, stored.Restore());
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);

        lock (_lock)
        {
            foreach (var (key, value) in changes)
            {
                _memory[key] = value == null ? null : Store(value, _memory.GetValueOrDefault(key)?.ETag);
            }
        }

        return Task.CompletedTask;
    }

    private Stored Store(object value, string oldETag)
    {
        var json = TypedJson.ToNode(value);
        var newETag = value switch
        {
            IStoreItem item => item.ETag,
            JsonObject or JsonElement when json.TryGetPropertyValue(ETagName, out var tag) => (string)tag,
            _ => null,
        };
        var isVersioned = value is IStoreItem || (value is JsonObject or JsonElement && json.ContainsKey(ETagName));
        if (!isVersioned)
        {
            return new Stored(value.GetType(), json, json.TryGetPropertyValue(ETagName, out var kept) ? kept?.ToString() : null);
        }

        if (oldETag != null && newETag != "*" && newETag != oldETag)
        {
            throw new Exception($"Etag conflict.\r\n\r\nOriginal: {newETag}\r\nCurrent: {oldETag}");
        }

        var next = (_eTag++).ToString(CultureInfo.InvariantCulture);
        json[ETagName] = next;
        return new Stored(value.GetType(), json, next);
    }

    private sealed record Stored(Type Type, JsonObject Json, string ETag)
    {
        public object Restore() => TypedJson.FromNode(Json, Type);
    }
}
