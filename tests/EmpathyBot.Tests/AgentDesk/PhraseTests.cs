using System.Net;

namespace EmpathyBot.Tests.AgentDesk;

public class PhraseTests
{
    [Fact]
    public async Task Ready_sentences_come_with_the_feeling_they_are_for()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        var items = (await desk.GetAsync("conversations/c1/phrases")).Json["items"]!.AsArray();

        Assert.Equal(["calm-1 anger One thing at a time.", "thanks-1 gratitude Gladly."], items.Select(item => $"{item!["id"]} {item["emotion"]} {item["text"]}"));
    }

    [Fact]
    public async Task There_are_none_for_a_conversation_that_is_none()
    {
        await using var host = await DeskHost.StartAsync();
        var desk = await host.SignInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("conversations/nobody/phrases")).Status);
    }
}
