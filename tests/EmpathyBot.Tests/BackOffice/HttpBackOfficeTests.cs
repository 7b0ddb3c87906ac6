using System.Net;
using System.Text;
using EmpathyBot.BackOffice;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.BackOffice;

public sealed class HttpBackOfficeTests
{
    private static readonly BackOfficeCall FindOrder = new(
        "find_order", new Dictionary<string, string> { ["order_number"] = "10001", ["proof"] = "ada.berg@example.com" }, "turn-1:order-status:find");

    [Fact]
    public async Task The_call_names_operation_arguments_and_idempotency_key()
    {
        var shop = new AnsweringShop(HttpStatusCode.OK, """{"number":"10001","days_late":3,"gift":true,"refund":{"status":"paid"}}""");
        var answer = await Call(shop);

        Assert.Equal(BackOfficeOutcome.Ok, answer.Outcome);
        Assert.Equal("3", Variables.Find(answer.Data, "days_late"));
        Assert.Equal("true", Variables.Find(answer.Data, "gift"));
        Assert.Equal("paid", Variables.Find(answer.Data, "refund.status"));
        var request = Assert.Single(shop.Requests);
        Assert.Equal("/shop/operations/find_order", request.Path);
        Assert.Equal("turn-1%3Aorder-status%3Afind", request.Key);
        Assert.Contains("\"order_number\":\"10001\"", request.Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "", BackOfficeOutcome.NotFound)]
    [InlineData(HttpStatusCode.Conflict, """{"why":"too late"}""", BackOfficeOutcome.Refused)]
    [InlineData(HttpStatusCode.OK, "<html>oops</html>", BackOfficeOutcome.Unavailable)]
    [InlineData(HttpStatusCode.OK, "[1,2]", BackOfficeOutcome.Unavailable)]
    [InlineData(HttpStatusCode.OK, "", BackOfficeOutcome.Unavailable)]
    [InlineData(HttpStatusCode.Unauthorized, "", BackOfficeOutcome.Unavailable)]
    public async Task Whatever_the_shop_answers_is_an_outcome(HttpStatusCode status, string body, BackOfficeOutcome expected)
    {
        Assert.Equal(expected, (await Call(new AnsweringShop(status, body))).Outcome);
    }

    [Fact]
    public async Task A_shop_that_is_down_is_unavailable_after_retries_with_the_same_key()
    {
        var shop = new AnsweringShop(HttpStatusCode.ServiceUnavailable, "");
        Assert.Equal(BackOfficeOutcome.Unavailable, (await Call(shop)).Outcome);
        Assert.Equal(3, shop.Requests.Count);
        Assert.Single(shop.Requests.Select(request => request.Key).Distinct());
    }

    [Fact]
    public async Task Without_an_address_nothing_is_called()
    {
        var services = new ServiceCollection().AddLogging().AddBackOffice();
        await using var provider = services.BuildServiceProvider();
        var answer = await provider.GetRequiredService<IBackOffice>().CallAsync(FindOrder, default);
        Assert.Equal(BackOfficeOutcome.Unavailable, answer.Outcome);
    }

    private static async Task<BackOfficeAnswer> Call(AnsweringShop shop)
    {
        var services = new ServiceCollection().AddLogging().AddBackOffice(options => options.BaseUrl = "http://shop.example/shop");
        services.AddHttpClient(BackOfficeServices.ClientName).ConfigurePrimaryHttpMessageHandler(() => shop);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IBackOffice>().CallAsync(FindOrder, default);
    }

    private sealed class AnsweringShop(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public List<(string Path, string Key, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            Requests.Add((request.RequestUri!.AbsolutePath, request.Headers.GetValues("Idempotency-Key").Single(), sent));
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
