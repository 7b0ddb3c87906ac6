using System.Text.Json.Nodes;

namespace StandIn.Bot.Builder;

/// <summary>Makes accessors of named properties.</summary>
public interface IPropertyManager
{
    IStatePropertyAccessor<T> CreateProperty<T>(string name);
}

/// <summary>Reads and writes one property of a state.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);
}

/// <summary>The name of a property.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>State that is read once a turn, kept with the turn and written when it changed.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    public BotState(IStorage storage, string contextServiceKey)
    {
        _storage = storage ?? throw new ArgumentNullException(nameof(storage));
        _contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name));
        }

        return new Accessor<T>(this, name);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var cached = GetCachedState(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && cached?.State != null)
        {
            return;
        }

        var items = await _storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        items.TryGetValue(key, out var value);
        turnContext.TurnState[_contextServiceKey] = new CachedBotState(value switch
        {
            null => new Dictionary<string, object>(),
            IDictionary<string, object> dictionary => dictionary,
            JsonElement { ValueKind: JsonValueKind.Object } or JsonObject => BotJson.Convert<Dictionary<string, object>>(value),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        });
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var cached = GetCachedState(turnContext);
        if (cached == null)
        {
            return;
        }

        var json = CachedBotState.ToJson(cached.State);
        if (!force && cached.Saved == json)
        {
            return;
        }

        var changes = new Dictionary<string, object> { { GetStorageKey(turnContext), cached.State } };
        await _storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
        cached.Saved = json;
    }

    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        // What was never saved counts as changed, so the empty state reaches the storage.
        turnContext.TurnState[_contextServiceKey] = new CachedBotState(new Dictionary<string, object>()) { Saved = string.Empty };
        return Task.CompletedTask;
    }

    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        if (GetCachedState(turnContext) != null)
        {
            turnContext.TurnState.Remove(_contextServiceKey);
        }

        await _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken).ConfigureAwait(false);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        if (!GetCachedState(turnContext).State.TryGetValue(propertyName, out var value))
        {
            // No value of a value type means "absent".
            return typeof(T).IsValueType ? throw new KeyNotFoundException(propertyName) : Task.FromResult(default(T));
        }

        if (value is T typed)
        {
            return Task.FromResult(typed);
        }

        if (value == null)
        {
            return Task.FromResult(default(T));
        }

        // A storage without types gives JSON. What is converted is a copy: changes to it count only once it is set.
        return Task.FromResult(BotJson.Convert<T>(value));
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    /// <summary>The state as it is in this turn.</summary>
    public class CachedBotState
    {
        internal CachedBotState(IDictionary<string, object> state)
        {
            State = state;
            Saved = ToJson(state);
        }

        public IDictionary<string, object> State { get; set; }

        /// <summary>The JSON of what the storage holds; compared to see a change.</summary>
        internal string Saved { get; set; }

        internal static string ToJson(IDictionary<string, object> state) => BotJson.Serialize(state);
    }

    private sealed class Accessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, Name, cancellationToken).ConfigureAwait(false);
        }

        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory = null, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);

            T value;
            try
            {
                value = await state.GetPropertyValueAsync<T>(turnContext, Name, cancellationToken).ConfigureAwait(false);
            }
            catch (KeyNotFoundException)
            {
                value = default;
                if (defaultValueFactory != null)
                {
                    value = defaultValueFactory();
                    await SetAsync(turnContext, value, cancellationToken).ConfigureAwait(false);
                }

                return value;
            }

            if (value == null && defaultValueFactory != null)
            {
                value = defaultValueFactory();
                await SetAsync(turnContext, value, cancellationToken).ConfigureAwait(false);
            }

            return value;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, Name, value, cancellationToken).ConfigureAwait(false);
        }
    }
}
