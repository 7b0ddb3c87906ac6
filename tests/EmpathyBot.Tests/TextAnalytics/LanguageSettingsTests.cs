using Azure.Core;
using EmpathyBot.Detection;
using EmpathyBot.Detection.TextAnalytics;
using EmpathyBot.Domain.Emotions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Tests.TextAnalytics;

public sealed class LanguageSettingsTests
{
    private const string Resource = "https://shop.cognitiveservices.azure.test";

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData(Resource, "key-1", "", null)]
    [InlineData(Resource, "", "", null)]
    [InlineData(Resource, "", "00000000-0000-0000-0000-000000000001", null)]
    [InlineData("http://localhost:5000", "key-1", "", null)]
    [InlineData("", "key-1", "", "Language:Key is set and Language:Endpoint is not. Give the address of the Azure AI Language resource, or remove the other.")]
    [InlineData("", "", "id", "Language:ManagedIdentityClientId is set and Language:Endpoint is not. Give the address of the Azure AI Language resource, or remove the other.")]
    [InlineData(Resource, "key-1", "id", "Language:Key and Language:ManagedIdentityClientId are both set. Keep the one that Azure AI Language is to be asked with.")]
    [InlineData("shop", "key-1", "", "Language:Endpoint must be the address of the resource, such as https://name.cognitiveservices.azure.com, or empty.")]
    [InlineData("ftp://shop.test", "key-1", "", "Language:Endpoint must be the address of the resource, such as https://name.cognitiveservices.azure.com, or empty.")]
    [InlineData("http://shop.test", "key-1", "", "Language:Endpoint must begin with https, since customers' words are sent there (http only to this machine).")]
    [InlineData("http://127.0.0.1:5000", "", "", "Language:Endpoint is http, and a managed identity is only shown over https. Give Language:Key.")]
    [InlineData(Resource, "key 1\n", "", "Language:Key holds a space or a character that no key has. Copy it again.")]
    public void Settings_that_could_only_fail_later_are_refused_with_a_plain_sentence(string endpoint, string key, string identity, string? problem)
    {
        var problems = Problems(options => (options.Endpoint, options.Key, options.ManagedIdentityClientId) = (endpoint, key, identity));
        Assert.Equal(problem is null ? [] : [problem], problems);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(2001)]
    public void A_budget_out_of_range_is_refused(int milliseconds) =>
        Assert.Equal(["Language:BudgetMilliseconds must be between 100 and 2000."], Problems(options => options.BudgetMilliseconds = milliseconds));

    [Fact]
    public void Without_an_endpoint_the_local_detector_is_used_as_it_is()
    {
        var local = new FixedDetector(Readers.Unsure, MessageSignals.None);
        using var provider = new ServiceCollection().AddLogging().AddSingleton<IEmotionDetector>(local).AddLanguageService(_ => { }).BuildServiceProvider();
        Assert.Same(local, provider.GetRequiredService<IEmotionDetector>());
    }

    [Fact]
    public void With_an_endpoint_the_shipped_detector_is_sharpened_by_key_or_by_identity()
    {
        foreach (var key in new[] { "key-1", "" })
        {
            using var provider = new ServiceCollection().AddLogging().AddDetection()
                .AddLanguageService(options => (options.Endpoint, options.Key) = (Resource, key)).BuildServiceProvider();
            Assert.IsType<TextAnalyticsDetector>(provider.GetRequiredService<IEmotionDetector>());
        }
    }

    [Fact]
    public void There_must_be_a_detector_to_sharpen() =>
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddLanguageService(_ => { }));

    [Fact]
    public async Task A_token_that_takes_longer_than_a_message_waits_is_there_for_the_next()
    {
        var slow = new SlowCredential();
        var credential = new UnhurriedCredential(slow);
        using var message = new CancellationTokenSource();

        var first = credential.GetTokenAsync(new(["scope"]), message.Token).AsTask();
        await message.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = credential.GetTokenAsync(new(["scope"]), default).AsTask();
        slow.Fetched.SetResult(new AccessToken("token-1", DateTimeOffset.MaxValue));
        Assert.Equal("token-1", (await second).Token);
        Assert.Equal(1, slow.Fetches);
    }

    private static IReadOnlyList<string> Problems(Action<LanguageOptions> configure)
    {
        using var provider = new ServiceCollection().AddLogging().AddDetection().AddLanguageService(configure).BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return [.. refused.Failures];
        }
    }

    private sealed class SlowCredential : TokenCredential
    {
        public TaskCompletionSource<AccessToken> Fetched { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Fetches { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Fetches++;
            return new(Fetched.Task.WaitAsync(cancellationToken));
        }
    }
}
