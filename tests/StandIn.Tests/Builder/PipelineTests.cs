using System.Globalization;

namespace StandIn.Tests.Builder;

public class PipelineTests
{
    [Fact]
    public async Task Middleware_runs_around_the_bot_in_the_order_it_was_added()
    {
        var order = new List<string>();
        var adapter = new CollectingAdapter();
        adapter.Use(new Recording("one", order)).Use(new Recording("two", order));

        await adapter.RunAsync(Some.Message(), (_, _) =>
        {
            order.Add("bot");
            return Task.CompletedTask;
        });

        Assert.Equal(["one in", "two in", "bot", "two out", "one out"], order);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        var reached = false;
        var adapter = new CollectingAdapter();
        adapter.Use(new Stopping());

        await adapter.RunAsync(Some.Message(), (_, _) =>
        {
            reached = true;
            return Task.CompletedTask;
        });

        Assert.False(reached);
    }

    [Fact]
    public async Task A_set_of_middleware_is_middleware()
    {
        var order = new List<string>();
        var set = new MiddlewareSet().Use(new Recording("inner", order));
        var outer = new MiddlewareSet().Use(set).Use(new Recording("last", order));

        await outer.ReceiveActivityWithStatusAsync(Some.Turn(), null, default);

        Assert.Equal(["inner in", "inner out", "last in", "last out"], order);
        Assert.Equal(2, outer.Count());
        Assert.Equal("middleware", Assert.Throws<ArgumentNullException>(() => set.Use(null)).ParamName);
    }

    [Fact]
    public async Task What_the_bot_throws_goes_to_the_error_handler()
    {
        Exception? met = null;
        var adapter = new CollectingAdapter
        {
            OnTurnError = async (turn, error) =>
            {
                met = error;
                await turn.SendActivityAsync("sorry");
            },
        };

        await adapter.RunAsync(Some.Message(), (_, _) => throw new TimeoutException());

        Assert.IsType<TimeoutException>(met);
        Assert.Equal("sorry", Assert.Single(adapter.Sent).Text);
    }

    [Fact]
    public async Task Without_an_error_handler_the_exception_goes_on() =>
        await Assert.ThrowsAsync<TimeoutException>(() => new CollectingAdapter().RunAsync(Some.Message(), (_, _) => throw new TimeoutException()));

    [Fact]
    public async Task Middleware_may_catch_what_the_bot_throws()
    {
        var adapter = new CollectingAdapter();
        adapter.Use(new Catching());

        await adapter.RunAsync(Some.Message(), (_, _) => throw new TimeoutException());

        Assert.Equal("caught", Assert.Single(adapter.Sent).Text);
    }

    [Theory]
    [InlineData("de-DE", "de-DE")]
    [InlineData("_no culture_", null)]
    public async Task The_turn_speaks_the_activity_s_locale(string locale, string? expected)
    {
        var before = CultureInfo.CurrentCulture.Name;
        var message = Some.Message();
        message.Locale = locale;
        string? culture = null;
        string? turnLocale = null;

        await new CollectingAdapter().RunAsync(message, (turn, _) =>
        {
            culture = CultureInfo.CurrentCulture.Name;
            turnLocale = ((TurnContext)turn).Locale;
            return Task.CompletedTask;
        });

        Assert.Equal(expected ?? before, culture);
        Assert.Equal(expected ?? before, turnLocale);
        Assert.Equal(before, CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public async Task A_conversation_is_continued_with_its_reference()
    {
        ITurnContext? seen = null;
        var reference = Some.Message().GetConversationReference();

        await new CollectingAdapter().ContinueConversationAsync("app", reference, (turn, _) =>
        {
            seen = turn;
            return Task.CompletedTask;
        }, default);

        Assert.Equal("ContinueConversation", seen!.Activity.Name);
    }

    private sealed class Recording(string name, List<string> order) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add(name + " in");
            await next(cancellationToken);
            order.Add(name + " out");
        }
    }

    private sealed class Stopping : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    private sealed class Catching : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            try
            {
                await next(cancellationToken);
            }
            catch (TimeoutException)
            {
                await turnContext.SendActivityAsync("caught", cancellationToken: cancellationToken);
            }
        }
    }
}
