using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>
/// <c>POST /api/token {locale?, resume?, customerToken?}</c>: gives a page its token, and a returning customer their
/// conversation. It only reserves the id of a new conversation; starting it is the client's next call.
/// </summary>
internal sealed class PageTokenEndpoint(
    TokenSigner tokens, IResumeStore resumes, CustomerIdentity customers, ChannelAddress address)
{
    private const int MaxBodyChars = 16 * 1024;

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var aborted = http.RequestAborted;
        if (!(await BoundedBody.ReadOptionalObjectAsync(http.Request, MaxBodyChars)).Passed(out var body, out var refusal))
        {
            return refusal;
        }

        string? customer = null;
        // What is no text is refused like any false token: a page that means to sign someone in must not end up with a stranger.
        if (body["customerToken"] is { } customerToken && WireText.Of(customerToken) != ""
            && !(await customers.ReadAsync(WireText.Of(customerToken) ?? "", aborted)).Passed(out customer, out refusal))
        {
            return refusal;
        }

        var (theirs, resume) = await ResumeAsync(WireText.Of(body["resume"]), customer, aborted) ?? await BeginAsync(customer, aborted);
        var token = new ConversationToken(theirs.ConversationId, theirs.UserId, WireLocale.Of(body["locale"]), []);
        return WireJson.Answer(new PageTokenAnswer(
            await tokens.IssueAsync(token, aborted), token.ConversationId, token.UserId, resume, tokens.ExpiresInSeconds, address.Domain(http.Request)));
    }

    /// <summary>Null for a value that is unknown or somebody else's: no error, the page gets a fresh conversation.</summary>
    private async Task<(ResumedConversation Theirs, string Resume)?> ResumeAsync(string? resume, string? customer, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(resume))
        {
            return null;
        }

        var next = UnguessableId.NewResume();
        var resumed = await resumes.ExchangeAsync(UnguessableId.Hash(resume), UnguessableId.Hash(next), cancellationToken);
        return resumed is not null && CustomerIdentity.IsSamePerson(customer, resumed.UserId) ? (resumed, next) : null;
    }

    private async Task<(ResumedConversation Theirs, string Resume)> BeginAsync(string? customer, CancellationToken cancellationToken)
    {
        var resume = UnguessableId.NewResume();
        var begun = new ResumedConversation(UnguessableId.NewConversation(), customer ?? UnguessableId.NewUser());
        await resumes.KeepAsync(UnguessableId.Hash(resume), begun.ConversationId, begun.UserId, cancellationToken);
        return (begun, resume);
    }
}
