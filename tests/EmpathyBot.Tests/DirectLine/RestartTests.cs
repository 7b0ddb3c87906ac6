using System.Net;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>The channel on the store it ships with.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("empathybot-directline-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task After_a_restart_token_history_files_and_what_was_not_yet_answered_are_still_there()
    {
        var mark = Guid.NewGuid().ToString();
        Page before;
        string id;
        await using (var host = await StartAsync())
        {
            before = await host.OpenChatAsync();
            id = await before.SayAsync("where is my order?", mark);
            Assert.Equal(id, await before.SayAsync("where is my order?", mark));
            var upload = await host.SendAsync(HttpMethod.Post, $"{before.Path}/upload", before.Token, new ByteArrayContent([1, 2, 3]));
            Assert.Equal(HttpStatusCode.OK, upload.Status);
        }

        await using var restarted = await StartAsync();
        var history = (await restarted.GetAsync($"{before.Path}/activities", before.Token)).Json!["activities"]!.AsArray();
        Assert.Equal(3, history.Count);
        Assert.Equal(id, (string)history[1]!["id"]!);
        using var client = restarted.Client;
        Assert.Equal([1, 2, 3], await client.GetByteArrayAsync((string)history[2]!["attachments"]![0]!["contentUrl"]!));
        Assert.Equal(id, (await restarted.AnyStore.NextTurnAsync(before.ConversationId, CancellationToken.None))!.ActivityId);
        Assert.Equal(before.ConversationId, (await restarted.OpenChatAsync($$"""{"resume":"{{before.Resume}}"}""")).ConversationId);
    }

    [Fact]
    public async Task A_stream_shows_what_is_accepted()
    {
        await using var host = await StartAsync();
        var page = await host.OpenChatAsync();
        using var stream = await page.OpenStreamAsync();
        Assert.Equal(["Hello"], await stream.NextTextsAsync());

        await page.SayAsync("one");

        Assert.Equal(["one"], await stream.NextTextsAsync());
    }

    private Task<DirectLineHost> StartAsync() => DirectLineHost.StartAsync(
        before: services => services.AddStorage(options => options.Path = Path.Combine(_folder, "empathybot.db")));
}
