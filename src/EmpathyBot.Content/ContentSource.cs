using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Content;

/// <summary>
/// Holds the content in force. Loads it when first asked or when the host starts, whichever comes first; broken content
/// stops that. Later a changed file loads all anew, and broken content changes nothing but the log.
/// </summary>
internal sealed class ContentSource : IContentSource, IHostedService, IDisposable
{
    /// <summary>Editors write a file in several steps, and authors save several files: quiet for so long means done.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    private readonly ContentOptions _options;
    private readonly ILogger<ContentSource> _logger;
    private readonly ContentAhead? _ahead;
    private readonly Lock _loading = new();
    private readonly ITimer _timer;
    private FileSystemWatcher? _watcher;
    private volatile IContent? _current;

    public ContentSource(IOptions<ContentOptions> options, TimeProvider time, ILogger<ContentSource> logger, ContentAhead? ahead = null)
    {
        _options = options.Value;
        _logger = logger;
        _ahead = ahead;
        _timer = time.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after each try to reload; true when new content is in force.</summary>
    internal event Action<bool>? Reloaded;

    public IContent Current
    {
        get
        {
            if (_current is { } content)
                return content;
            lock (_loading)
                return _current ??= _ahead?.Of(_options) ?? ContentLoader.Load(_options.Path, _options.Locale);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ContentSourceLog.Loaded(_logger, _options.Path, string.Join(", ", Current.Locales));
        if (_options.Watch)
            Watch();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _watcher?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    /// <summary>Loads all anew; broken content leaves the old in force.</summary>
    internal void Reload()
    {
        var isNew = false;
        lock (_loading)
        {
            try
            {
                _current = ContentLoader.Load(_options.Path, _options.Locale);
                isNew = true;
                ContentSourceLog.Reloaded(_logger);
            }
            catch (ContentException broken)
            {
                foreach (var error in broken.Errors)
                    ContentSourceLog.Broken(_logger, error.ToString());
                ContentSourceLog.Kept(_logger, broken.Errors.Count);
            }
            catch (Exception failure)
            {
                // Mostly a file that is being written or was just moved, and the next change tries again. Whatever it is, it
                // comes from a timer, where nobody else would catch it, and must not end a bot that runs on good content.
                ContentSourceLog.Unreadable(_logger, failure);
            }
        }

        Reloaded?.Invoke(isNew);
    }

    private void Watch()
    {
        try
        {
            _watcher = new FileSystemWatcher(_options.Path) { IncludeSubdirectories = true };
            _watcher.Changed += OnChange;
            _watcher.Created += OnChange;
            _watcher.Deleted += OnChange;
            _watcher.Renamed += OnChange;
            // Too many changes at once were lost: something changed, so all is read anew.
            _watcher.Error += (_, _) => Wake();
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or PlatformNotSupportedException)
        {
            ContentSourceLog.NotWatching(_logger, _options.Path, failure);
        }
    }

    private void OnChange(object sender, FileSystemEventArgs change)
    {
        if (Path.GetExtension(change.Name) is ".yaml" or ".md" or ".json" or "")
            Wake();
    }

    private void Wake() => _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
}
