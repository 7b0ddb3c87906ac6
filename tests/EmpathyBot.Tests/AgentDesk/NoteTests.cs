using System.Net;

namespace EmpathyBot.Tests.AgentDesk;

public class NoteTests
{
    [Fact]
    public async Task A_note_is_read_by_colleagues_and_never_reaches_the_customer()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var (mira, joel) = (await host.SignInAsync(), await host.SignInAsync("Joel"));
        await mira.PostAsync("handoffs/h-c1/accept");
        var before = (await host.StreamAsync()).Count;

        var written = await joel.PostAsync("handoffs/h-c1/notes", """{"text":"  The parcel came back yesterday.  "}""");

        Assert.Equal(HttpStatusCode.OK, written.Status);
        var conversation = (await mira.GetAsync("conversations/c1")).Json;
        var note = Assert.Single(conversation["notes"]!.AsArray())!;
        Assert.Equal(
            ("The parcel came back yesterday.", "Joel", "dev-joel", false),
            ((string?)note["text"], (string?)note["name"], (string?)note["agentId"], (bool)note["forHolder"]!));
        Assert.Equal(before, (await host.StreamAsync()).Count);
        Assert.DoesNotContain(conversation["turns"]!.AsArray(), turn => ((string)turn!["text"]!).Contains("came back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_is_told_live()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        var place = await host.Conversations.LastChangeAsync(CancellationToken.None);

        await desk.PostAsync("handoffs/h-c1/notes", """{"text":"Called the carrier."}""");

        var change = Assert.Single(await host.Conversations.ReadChangesAsync(place, 10, CancellationToken.None));
        Assert.Equal(("c1", "h-c1"), (change.ConversationId, change.TicketId));
    }

    [Fact]
    public async Task The_same_key_is_written_once()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        var first = await desk.PostAsync("handoffs/h-c1/notes", """{"text":"Once."}""", key: "k1");
        var second = await desk.PostAsync("handoffs/h-c1/notes", """{"text":"Once."}""", key: "k1");

        Assert.Equal((string?)first.Json["id"], (string?)second.Json["id"]);
        Assert.Single((await desk.GetAsync("conversations/c1")).Json["notes"]!.AsArray());
    }

    [Fact]
    public async Task A_note_may_follow_when_the_handoff_is_over_and_holds_no_secrets()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();
        await desk.PostAsync("handoffs/h-c1/accept");
        await desk.PostAsync("handoffs/h-c1/close", """{"outcome":"solved"}""");

        await desk.PostAsync("handoffs/h-c1/notes", """{"text":"Paid with 4111 1111 1111 1111, her password is hunter2"}""");

        var note = Assert.Single((await desk.GetAsync("conversations/c1")).Json["notes"]!.AsArray())!;
        Assert.Equal("Paid with [card number], her password is [password]", (string?)note["text"]);
    }

    [Theory]
    [InlineData("h-c1", """{"text":" "}""", HttpStatusCode.BadRequest, "text-missing")]
    [InlineData("h-c1", "{}", HttpStatusCode.BadRequest, "text-missing")]
    [InlineData("h-c1", """{"text":3}""", HttpStatusCode.BadRequest, "bad-json")]
    [InlineData("nobody", """{"text":"Hello"}""", HttpStatusCode.NotFound, "no-such-handoff")]
    public async Task A_note_that_is_none_is_refused(string ticket, string body, HttpStatusCode status, string code)
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        var answer = await desk.PostAsync($"handoffs/{ticket}/notes", body);

        Assert.Equal((status, code), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_refused_with_how_long_it_may_be()
    {
        await using var host = await DeskHost.StartAsync();
        await host.QueuedAsync();
        var desk = await host.SignInAsync();

        var answer = await desk.PostAsync("handoffs/h-c1/notes", $$"""{"text":"{{new string('x', 2001)}}"}""");

        Assert.Equal("note-too-long", answer.ErrorCode);
        Assert.Contains("2000", answer.ErrorMessage, StringComparison.Ordinal);
    }
}
