using EmpathyBot.Content;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static EmpathyBot.Tests.Content.ContentFolder;

namespace EmpathyBot.Tests.Content;

public sealed class ContentSourceTests : IDisposable
{
    private readonly ContentFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly CollectingLogger _log = new();
    private ServiceProvider? _services;

    public void Dispose()
    {
        _services?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Broken_content_stops_the_start_with_all_errors_in_one_message()
    {
        _folder.Replace(ArticleFile, "title: returns", "tags: [a]").Replace(ProcedureFile, "end: solved", "end: happily");

        var broken = await Assert.ThrowsAsync<ContentException>(StartAsync);

        Assert.Contains("solving/articles/en/returns.md(2): \"title\" is missing.", broken.Message, StringComparison.Ordinal);
        Assert.Contains("solving/procedures/en/order-status.yaml(11): \"happily\" is no end.", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_in_force_after_a_reload()
    {
        var source = await StartAsync();
        _folder.Replace(ArticleFile, "30 days", "60 days");

        source.Reload();

        Assert.Equal("You have 60 days.", source.Current.FindArticle("returns", "en")?.Body);
    }

    [Fact]
    public async Task A_broken_file_never_replaces_good_content_and_the_log_says_where()
    {
        var source = await StartAsync();
        var good = source.Current;
        _folder.Replace(ArticleFile, "title: returns", "titel: returns");

        source.Reload();

        Assert.Same(good, source.Current);
        Assert.Contains(_log.Lines, line => line.StartsWith("Error Content: solving/articles/en/returns.md(2): \"titel\" is not known here.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mended_content_is_in_force_again()
    {
        var source = await StartAsync();
        _folder.Replace(ArticleFile, "title: returns", "titel: returns");
        source.Reload();
        _folder.Replace(ArticleFile, "titel: returns", "title: sending things back");

        source.Reload();

        Assert.Equal("sending things back", source.Current.FindArticle("returns", "en")?.Title);
    }

    [Fact]
    public async Task A_turn_that_took_content_keeps_it_to_its_end()
    {
        var source = await StartAsync();
        var taken = source.Current;
        _folder.Replace(ArticleFile, "30 days", "60 days");

        source.Reload();

        Assert.Equal("You have 30 days.", taken.FindArticle("returns", "en")?.Body);
    }

    [Fact]
    public async Task Saving_a_file_sets_off_one_reload_once_it_is_quiet()
    {
        var source = await StartAsync();
        var noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _time.TimerSet += () => noticed.TrySetResult();
        var reloads = 0;
        source.Reloaded += _ => reloads++;

        _folder.Replace(ArticleFile, "30 days", "60 days");
        await noticed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("You have 30 days.", source.Current.FindArticle("returns", "en")?.Body);
        _time.FireTimers();

        Assert.Equal(1, reloads);
        Assert.Equal("You have 60 days.", source.Current.FindArticle("returns", "en")?.Body);
    }

    [Fact]
    public void Wrong_options_are_told()
    {
        _services = Services(options => options.Locale = "English");

        var wrong = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => _services.GetRequiredService<IContentSource>());

        Assert.Contains("two-letter language code", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_is_loaded_ahead_is_what_is_in_force()
    {
        _services = Services(_ => { }, ahead: true);
        var source = _services.GetRequiredService<IContentSource>();
        Assert.Equal("You have 30 days.", source.Current.FindArticle("returns", "en")?.Body);
        Assert.Same(source.Current, source.Current);
    }

    [Fact]
    public async Task Broken_content_that_is_loaded_ahead_stops_the_start_as_otherwise()
    {
        _folder.Replace(ArticleFile, "title: returns", "tags: [a]");
        _services = Services(_ => { }, ahead: true);

        var broken = await Assert.ThrowsAsync<ContentException>(() => _services.GetServices<IHostedService>().Single().StartAsync(CancellationToken.None));

        Assert.Contains("solving/articles/en/returns.md(2): \"title\" is missing.", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_loaded_ahead_is_not_taken_for_another_folder()
    {
        using var other = new ContentFolder();
        other.Replace(ArticleFile, "30 days", "90 days");
        _services = Services(_ => { }, ahead: true, services => services.Configure<ContentOptions>(options => options.Path = other.Path));

        Assert.Equal("You have 90 days.", _services.GetRequiredService<IContentSource>().Current.FindArticle("returns", "en")?.Body);
    }

    private async Task<ContentSource> StartAsync()
    {
        _services = Services(_ => { });
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return Assert.IsType<ContentSource>(_services.GetRequiredService<IContentSource>());
    }

    private ServiceProvider Services(Action<ContentOptions> configure, bool ahead = false, Action<IServiceCollection>? later = null)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton<TimeProvider>(_time)
            .AddContent(options =>
            {
                options.Path = _folder.Path;
                configure(options);
            }, ahead);
        later?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
