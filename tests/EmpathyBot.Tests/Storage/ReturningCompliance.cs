using EmpathyBot.Domain.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Storage;

/// <summary>What lets a page come back, keys that outlive a process, and files that were sent.</summary>
public abstract class ReturningCompliance(IStorageEngine engine) : StorageSuite(engine)
{
    private IResumeStore Resumes => Services.GetRequiredService<IResumeStore>();

    private ISecretStore Secrets => Services.GetRequiredService<ISecretStore>();

    private IAttachmentStore Attachments => Services.GetRequiredService<IAttachmentStore>();

    [Fact]
    public async Task A_resume_value_is_exchanged_for_the_next_and_survives_a_restart()
    {
        await Resumes.KeepAsync("h1", "c1", "dl_1", None);
        await RestartAsync();

        Assert.Equal(new("c1", "dl_1"), await Resumes.ExchangeAsync("h1", "h2", None));
        Assert.Equal(new("c1", "dl_1"), await Resumes.ExchangeAsync("h2", "h3", None));
        Assert.Null(await Resumes.ExchangeAsync("unknown", "h4", None));
        Assert.Null(await Resumes.ExchangeAsync("h4", "h5", None));
    }

    [Fact]
    public async Task A_replaced_value_is_good_for_two_minutes_more_however_often_it_is_used()
    {
        await Resumes.KeepAsync("h1", "c1", "dl_1", None);
        await Resumes.ExchangeAsync("h1", "h2", None);

        Time.Pass(TimeSpan.FromSeconds(60));
        Assert.NotNull(await Resumes.ExchangeAsync("h1", "h3", None));
        Time.Pass(TimeSpan.FromSeconds(60));
        Assert.NotNull(await Resumes.ExchangeAsync("h1", "h4", None));
        Time.Pass(TimeSpan.FromMilliseconds(1));
        Assert.Null(await Resumes.ExchangeAsync("h1", "h5", None));

        Assert.NotNull(await Resumes.ExchangeAsync("h2", "h6", None));
        Assert.NotNull(await Resumes.ExchangeAsync("h3", "h7", None));
    }

    [Fact]
    public async Task Two_tabs_that_exchange_the_same_value_at_once_both_come_back()
    {
        await Resumes.KeepAsync("h1", "c1", "dl_1", None);

        var resumed = await Task.WhenAll(Resumes.ExchangeAsync("h1", "tab1", None), Resumes.ExchangeAsync("h1", "tab2", None));

        Assert.All(resumed, each => Assert.Equal(new("c1", "dl_1"), each));
        Assert.NotNull(await Resumes.ExchangeAsync("tab1", "x", None));
        Assert.NotNull(await Resumes.ExchangeAsync("tab2", "y", None));
    }

    [Fact]
    public async Task A_secret_is_made_once_and_is_the_same_ever_after()
    {
        var secrets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Secrets.GetOrCreateAsync("directline", None)));
        var other = await Secrets.GetOrCreateAsync("desk", None);
        await RestartAsync();

        Assert.Equal(32, secrets[0].Length);
        Assert.All(secrets, secret => Assert.Equal(secrets[0], secret));
        Assert.Equal(secrets[0], await Secrets.GetOrCreateAsync("directline", None));
        Assert.NotEqual(secrets[0], other);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 * 1024 * 1024)]
    public async Task An_attachment_comes_back_byte_by_byte(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        await Attachments.SaveAsync(new("f1", "c1", Some.WeirdText, "image/png", content), None);
        await RestartAsync();

        var found = await Attachments.FindAsync("f1", None);

        Assert.NotNull(found);
        Assert.Equal(("f1", "c1", Some.WeirdText, "image/png"), (found.Id, found.ConversationId, found.Name, found.ContentType));
        Assert.Equal(content, found.Content.ToArray());
        Assert.Null(await Attachments.FindAsync("f2", None));
    }
}
