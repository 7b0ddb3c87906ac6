using EmpathyBot.DirectLine.Streams;
using EmpathyBot.DirectLine.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmpathyBot.DirectLine.Conversations;

/// <summary><c>POST</c> and <c>GET /conversations/{id}/activities</c>.</summary>
internal sealed class ActivityEndpoints(
    TokenCheck check, PostBudget budget, ActivityIntake intake, StreamPages stream, IOptions<DirectLineOptions> options)
{
    public async Task<IResult> PostAsync(HttpContext http, string conversationId) =>
        !(await check.ReadAsync(http.Request, conversationId)).Passed(out var token, out var refusal) ? refusal
        : !budget.TrySpend(conversationId) ? Refusal.TooManyPosts
        : !(await BoundedBody.ReadTextAsync(http.Request, options.Value.MaxActivityChars)).Passed(out var json, out refusal) ? refusal
        : !ActivityShape.Check(json).Passed(out var activity, out refusal) ? refusal
        : await intake.TakeAsync(token, activity);

    public async Task<IResult> GetAsync(HttpContext http, string conversationId)
    {
        if (!(await check.ReadAsync(http.Request, conversationId)).Passed(out _, out var refusal))
        {
            return refusal;
        }

        if (!Watermark.TryRead(http.Request, out var after))
        {
            return Refusal.BadWatermark;
        }

        var page = await stream.ReadAsync(conversationId, after, http.RequestAborted);
        return Results.Text(page.ToJson(), "application/json", System.Text.Encoding.UTF8);
    }
}
