using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace EmpathyBot.EndToEnd;

/// <summary>The process is ended without warning in the middle of turns and started again.</summary>
public sealed class KillTests
{
    private const int Conversations = 200;

    [Fact]
    public async Task Every_accepted_message_is_answered_exactly_once_and_no_change_is_made_twice()
    {
        await using var host = await HostProcess.StartAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(_ => Customer.JoinAsync(host.Http)));

        // Half of them stand before the step that changes something in the shop: order 10005 and its kind are late.
        var late = customers.Where((_, index) => index % 2 == 0).ToList();
        foreach (var batch in late.Chunk(20))
        {
            await Task.WhenAll(batch.Select(async customer =>
            {
                await customer.AskAsync("where is my order 10005?");
                await customer.AskAsync("eva.lind@example.com");
            }));
        }

        // All write at once; the process dies in the middle of their turns.
        var posts = customers.Select(customer => PostAsync(customer, late.Contains(customer) ? "yes" : "what does shipping cost?")).ToList();
        await Task.WhenAny(Task.WhenAll(posts.Take(Conversations / 4)), Task.WhenAll(posts.Skip(Conversations / 2).Take(Conversations / 4)));
        await host.KillAsync();
        var accepted = (await Task.WhenAll(posts)).OfType<(Customer Customer, string ActivityId)>().ToList();
        await host.RestartAsync();

        Assert.NotEmpty(accepted);
        foreach (var (customer, activityId) in accepted)
        {
            await customer.AnswerToAsync(activityId);
            var stream = await customer.ReadAsync();
            Assert.Single(stream, activity => (string?)activity["type"] == "message" && (string?)activity["replyToId"] == activityId);
            Assert.Equal(stream.Count, stream.Select(activity => (string?)activity["id"]).Distinct().Count());
        }

        var changes = (await host.Http.GetFromJsonAsync<JsonArray>("demo-shop/changes"))!;
        var perConversation = changes.GroupBy(change => ((string)change!["idempotencyKey"]!).Split(':')[0]).ToList();
        Assert.NotEmpty(perConversation);
        Assert.All(perConversation, made => Assert.Single(made));
        // A message may have been stored just before its 200 was lost, so there may be more changes than receipts, never fewer.
        Assert.True(perConversation.Count >= accepted.Count(post => late.Contains(post.Customer)));
    }

    // A post that got no answer was not promised anything.
    private static async Task<(Customer Customer, string ActivityId)?> PostAsync(Customer customer, string text)
    {
        try
        {
            return (customer, await customer.SayAsync(text));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
