using Azure.Core;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Lets the first token take its time. A managed identity may need longer for it than a message's budget, and if each
/// message gave it up it would never come: so it is fetched on, and whoever comes next finds it.
/// </summary>
internal sealed class UnhurriedCredential(TokenCredential inner) : TokenCredential
{
    private readonly Lock _gate = new();
    private Task<AccessToken>? _underWay;

    /// <inheritdoc/>
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        inner.GetToken(requestContext, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Task<AccessToken> fetching;
        lock (_gate)
        {
            if (_underWay is null or { IsCompleted: true })
                _underWay = Task.Run(() => inner.GetTokenAsync(requestContext, CancellationToken.None).AsTask(), CancellationToken.None);
            fetching = _underWay;
        }

        return await fetching.WaitAsync(cancellationToken);
    }
}
