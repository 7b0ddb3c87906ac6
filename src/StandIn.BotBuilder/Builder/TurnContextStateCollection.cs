using System.Runtime.CompilerServices;

namespace StandIn.Bot.Builder;

/// <summary>What lives for one turn, by name or by type.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    public TurnContextStateCollection()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public T Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ThrowIfDisposed();
        return TryGetValue(key, out var service) ? service as T : null;
    }

    public T Get<T>()
        where T : class
        => Get<T>(typeof(T).FullName);

    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ThrowIfDisposed();
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class
        => Add(typeof(T).FullName, value);

    public void Set<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ThrowIfDisposed();
        this[key] = value;
    }

    public void Set<T>(T value)
        where T : class
        => Set(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    // What the collection holds is not its own: others dispose of it.
    protected virtual void Dispose(bool disposing) => _disposed = true;

    private void ThrowIfDisposed([CallerMemberName] string member = null)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(member);
        }
    }
}
