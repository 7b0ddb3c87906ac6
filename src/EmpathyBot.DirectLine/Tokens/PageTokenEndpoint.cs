using EmpathyBot.Domain.Conversations;
using Microsoft.AspNetCore.Http;

namespace EmpathyBot.DirectLine.Tokens;

/// <summary>
/// <c>POST /api/token {locale?, resume?, customerToken?}</c>: gives a page its token, and a returning customer their
/// conversation.
/// </summary>
internal sealed class PageTokenEndpoint(
    IPassIssuer passes, IResumeStore resumes, CustomerIdentity customers)
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

        var locale = WireLocale.Of(body["locale"]);
        try
        {
            var (pass, resume) = await ResumeAsync(http.Request, WireText.Of(body["resume"]), customer, locale)
                ?? await BeginAsync(http.Request, customer, locale);
            return WireJson.Answer(new PageTokenAnswer(pass.Token, pass.ConversationId, pass.UserId, resume, pass.ExpiresIn, pass.Domain));
        }
        catch (AzureDirectLineException)
        {
            return Refusal.NoPass;
        }
    }

    /// <summary>Null for a value that is unknown or somebody else's: no error, the page gets a fresh conversation.</summary>
    private async Task<(IssuedPass Pass, string Resume)?> ResumeAsync(HttpRequest request, string? resume, string? customer, string? locale)
    {
        if (string.IsNullOrEmpty(resume))
        {
            return null;
        }

        var next = UnguessableId.NewResume();
        var resumed = await resumes.ExchangeAsync(UnguessableId.Hash(resume), UnguessableId.Hash(next), request.HttpContext.RequestAborted);
        return resumed is not null && CustomerIdentity.IsSamePerson(customer, resumed.UserId)
            && await passes.ResumeAsync(request, resumed, locale) is { } pass ? (pass, next) : null;
    }

    private async Task<(IssuedPass Pass, string Resume)> BeginAsync(HttpRequest request, string? customer, string? locale)
    {
        var resume = UnguessableId.NewResume();
        var pass = await passes.BeginAsync(request, customer ?? UnguessableId.NewUser(), locale);
        await resumes.KeepAsync(UnguessableId.Hash(resume), pass.ConversationId, pass.UserId, request.HttpContext.RequestAborted);
        return (pass, resume);
    }
}
