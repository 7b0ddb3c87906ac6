using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>Walks the shipped procedures with what the shop may answer, and reads what is said.</summary>
public sealed class ProcedureStoryTests(ShippedContent shipped) : IClassFixture<ShippedContent>
{
    [Theory]
    [InlineData("processing", "being packed in Rotterdam")]
    [InlineData("shipped", "on its way with PostNL")]
    [InlineData("out_for_delivery", "should reach you today")]
    [InlineData("returned", "came back to us")]
    [InlineData("cancelled", "was cancelled")]
    [InlineData("refunded", "was refunded")]
    public void Each_status_of_an_order_is_told_in_one_message_and_solves_it(string status, string says)
    {
        var story = Walk("order-status", Order(status), []);

        Assert.Contains(says, Assert.Single(story.Said), StringComparison.Ordinal);
        Assert.Equal(ProcedureOutcome.Solved, story.Outcome);
    }

    [Theory]
    [InlineData("none", "there is no refund yet")]
    [InlineData("requested", "waiting for the return to be checked")]
    [InlineData("approved", "is approved")]
    [InlineData("paid", "went out on 14 November")]
    public void Each_status_of_a_refund_is_told_in_one_message_and_solves_it(string status, string says)
    {
        var story = Walk("refund-status", Order("returned", status), []);

        Assert.Contains(says, Assert.Single(story.Said), StringComparison.Ordinal);
        Assert.Equal(ProcedureOutcome.Solved, story.Outcome);
    }

    [Fact]
    public void A_late_parcel_is_named_with_its_days_and_a_search_is_opened_when_wanted()
    {
        var story = Walk("order-status", Order("late"), [("search_wanted", "yes")]);

        Assert.Contains("9 days late", story.Said[0], StringComparison.Ordinal);
        Assert.Contains("reference PS-10005", story.Said[^1], StringComparison.Ordinal);
        Assert.Equal(["find_order", "open_parcel_search"], story.Called);
        Assert.Equal("An answer to parcel search PS-10005 for order 10005 by 24 November.", Assert.Single(story.Promised));
        Assert.Equal(ProcedureOutcome.Solved, story.Outcome);
    }

    [Fact]
    public void Nothing_is_changed_when_the_customer_says_no()
    {
        var story = Walk("order-status", Order("late"), [("search_wanted", "no")]);

        Assert.Equal(["find_order"], story.Called);
        Assert.Empty(story.Promised);
        Assert.Equal(ProcedureOutcome.Unsolved, story.Outcome);
    }

    [Fact]
    public void A_parcel_marked_delivered_that_is_not_there_is_searched_for()
    {
        var story = Walk("order-status", Order("delivered"), [("received", "no"), ("search_wanted", "yes")]);

        Assert.Equal(["find_order", "open_parcel_search"], story.Called);
        Assert.Equal(ProcedureOutcome.Solved, story.Outcome);
    }

    [Fact]
    public void An_overdue_refund_is_traced_when_wanted()
    {
        var story = Walk("refund-status", Order("returned", "overdue"), [("trace_wanted", "yes")]);

        Assert.Equal(["find_order", "open_refund_trace"], story.Called);
        Assert.Single(story.Promised);
    }

    [Theory]
    [InlineData("send it again", "resend_order")]
    [InlineData("pay it back", "refund_order")]
    public void A_lost_parcel_is_sent_again_or_paid_back_as_the_customer_chooses(string choice, string operation)
    {
        var story = Walk("order-status", Order("lost"), [("lost_choice", choice)]);

        Assert.Equal(["find_order", operation], story.Called);
        Assert.Single(story.Promised);
        Assert.Equal(ProcedureOutcome.Solved, story.Outcome);
    }

    [Theory]
    [InlineData("order-status", "unavailable", 1)]
    [InlineData("order-status", "refused", 1)]
    [InlineData("order-status", "not_found", 2)]
    [InlineData("refund-status", "unavailable", 1)]
    [InlineData("refund-status", "not_found", 2)]
    public void When_the_order_cannot_be_shown_nothing_of_it_is_said_and_a_person_comes(string procedure, string outcome, int calls)
    {
        var story = Walk(procedure, new Dictionary<string, object?> { ["outcome"] = outcome }, []);

        Assert.Equal(calls, story.Called.Count);
        Assert.Equal(ProcedureOutcome.NeedsPerson, story.Outcome);
        Assert.All(story.Said, said => Assert.DoesNotContain("10005", said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_that_cannot_be_opened_is_not_promised()
    {
        var story = Walk("order-status", Order("late"), [("search_wanted", "yes")], opened: "unavailable");

        Assert.Empty(story.Promised);
        Assert.Equal(ProcedureOutcome.NeedsPerson, story.Outcome);
    }

    private sealed record Story(List<string> Said, List<string> Called, List<string> Promised, ProcedureOutcome? Outcome);

    /// <summary>Takes the steps as the bot does: asks what is not known, calls, tells, ends.</summary>
    private Story Walk(string id, Dictionary<string, object?> order, (string Name, string Value)[] answers, string opened = "ok")
    {
        var procedure = shipped.Content.FindProcedure(id, "en")!;
        var values = new Dictionary<string, object?> { ["order_number"] = "10005", ["proof"] = "eva.lind@example.com" };
        var story = new Story([], [], [], null);
        foreach (var step in procedure.Steps.Where(step => step.When?.Holds(values) != false))
        {
            switch (step)
            {
                case AskStep ask when answers.Any(answer => answer.Name == ask.SaveAs):
                    story.Said.Add(Render(ask.Question));
                    values[ask.SaveAs] = answers.First(answer => answer.Name == ask.SaveAs).Value;
                    break;
                case CallStep call:
                    story.Called.Add(call.Operation);
                    Assert.All(call.Arguments, argument => Assert.NotEqual("", Render(argument.Value)));
                    values[call.SaveAs] = call.Operation == "find_order" ? order : Opened(call.Operation, opened);
                    break;
                case TellStep tell:
                    story.Said.Add(Render(tell.Text));
                    if (tell.Promise is { } promise)
                        story.Promised.Add(Render(promise));
                    break;
                case EndStep end:
                    return story with { Outcome = end.Outcome };
            }
        }

        return story;

        string Render(string template)
        {
            var text = shipped.Content.Render(template, values);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("()", text, StringComparison.Ordinal);
            return text;
        }
    }

    private static Dictionary<string, object?> Opened(string operation, string outcome) => new()
    {
        ["outcome"] = outcome,
        ["reference"] = operation == "open_parcel_search" ? "PS-10005" : "RT-10005",
        ["answer_by"] = "24 November",
        ["arrives_by"] = "24 November",
        ["paid_by"] = "24 November",
        ["amount"] = "€36.50",
        ["method"] = "PayPal",
    };

    private static Dictionary<string, object?> Order(string status, string refund = "paid") => new()
    {
        ["outcome"] = "ok",
        ["number"] = "10005",
        ["status"] = status,
        ["placed_on"] = "3 November",
        ["expected_by"] = "12 November",
        ["carrier"] = "PostNL",
        ["tracking_url"] = "https://tracking.example.com/10005",
        ["items"] = "the blue linen jacket",
        ["total"] = "€36.50",
        ["days_late"] = 9,
        ["refund"] = new Dictionary<string, object?>
        {
            ["status"] = refund,
            ["amount"] = "€36.50",
            ["method"] = "PayPal",
            ["requested_on"] = "5 November",
            ["due_by"] = "15 November",
            ["paid_on"] = "14 November",
        },
    };
}
