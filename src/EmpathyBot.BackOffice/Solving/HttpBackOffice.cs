using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EmpathyBot.Domain.Solving;
using Microsoft.Extensions.Logging;

namespace EmpathyBot.BackOffice.Solving;

/// <summary>
/// Calls the shop: <c>POST operations/{name}</c> with the arguments as a JSON object and an <c>Idempotency-Key</c>.
/// 200 is done, 404 not there or not the customer's, 409 and 422 declined; anything else, and anything that is not a
/// JSON object, counts as unavailable.
/// </summary>
internal sealed class HttpBackOffice(IHttpClientFactory clients, ILogger<HttpBackOffice> logger) : IBackOffice
{
    private const int DeepestData = 4;

    public async Task<BackOfficeAnswer> CallAsync(BackOfficeCall call, CancellationToken cancellationToken)
    {
        var client = clients.CreateBackOfficeClient();
        if (client.BaseAddress is null)
        {
            HttpBackOfficeLog.NotConfigured(logger, call.Operation);
            return BackOfficeAnswer.Without(BackOfficeOutcome.Unavailable);
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"operations/{Uri.EscapeDataString(call.Operation)}");
            request.Headers.Add("Idempotency-Key", Uri.EscapeDataString(call.IdempotencyKey));
            request.Content = JsonContent.Create(call.Arguments);
            using var response = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(call, response, cancellationToken);
        }
        // Whatever fails on the way, the customer gets a plain sentence and a person: the policy decides on Unavailable.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            HttpBackOfficeLog.Failed(logger, exception, call.Operation);
            return BackOfficeAnswer.Without(BackOfficeOutcome.Unavailable);
        }
    }

    private async Task<BackOfficeAnswer> ReadAsync(BackOfficeCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        BackOfficeOutcome? outcome = response.StatusCode switch
        {
            HttpStatusCode.OK => BackOfficeOutcome.Ok,
            HttpStatusCode.NotFound => BackOfficeOutcome.NotFound,
            HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => BackOfficeOutcome.Refused,
            _ => null,
        };
        if (outcome is null)
        {
            HttpBackOfficeLog.UnexpectedStatus(logger, call.Operation, (int)response.StatusCode);
            return BackOfficeAnswer.Without(BackOfficeOutcome.Unavailable);
        }

        if (outcome == BackOfficeOutcome.NotFound)
            return BackOfficeAnswer.Without(BackOfficeOutcome.NotFound);

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(body, default, cancellationToken);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("The answer is not a JSON object.");
        return new BackOfficeAnswer(outcome.Value, ReadObject(document.RootElement, 1));
    }

    private static Dictionary<string, object?> ReadObject(JsonElement json, int depth) => json.EnumerateObject()
        .Where(property => depth < DeepestData || property.Value.ValueKind != JsonValueKind.Object)
        .ToDictionary(property => property.Name, property => ReadValue(property.Value, depth));

    private static object? ReadValue(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Object => ReadObject(value, depth + 1),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ToString())),
        _ => null,
    };
}

/// <summary>Event ids 2000–2009.</summary>
internal static partial class HttpBackOfficeLog
{
    [LoggerMessage(2000, LogLevel.Warning, "Back-office operation {Operation} failed.")]
    public static partial void Failed(ILogger logger, Exception exception, string operation);

    [LoggerMessage(2001, LogLevel.Warning, "Back-office operation {Operation} answered with the unexpected status {Status}.")]
    public static partial void UnexpectedStatus(ILogger logger, string operation, int status);

    [LoggerMessage(2002, LogLevel.Warning, "Back-office operation {Operation} was needed, and BackOffice:BaseUrl is not set.")]
    public static partial void NotConfigured(ILogger logger, string operation);
}
