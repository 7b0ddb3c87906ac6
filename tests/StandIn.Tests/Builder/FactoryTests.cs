using System.Text.Json;

namespace StandIn.Tests.Builder;

public class FactoryTests
{
    [Fact]
    public void A_text_accepts_input_unless_told_otherwise()
    {
        var message = MessageFactory.Text("hi", "<speak/>");

        Assert.Equal(("hi", "<speak/>", InputHints.AcceptingInput, ActivityTypes.Message), (message.Text, message.Speak, message.InputHint, message.Type));
        Assert.Equal(InputHints.IgnoringInput, MessageFactory.Text("hi", inputHint: InputHints.IgnoringInput).InputHint);
        Assert.Null(MessageFactory.Text(" ").Text);
    }

    [Fact]
    public void Suggested_actions_are_said_back()
    {
        var message = MessageFactory.SuggestedActions(["one", "two"], "choose", null, null, ["user"]);

        Assert.Equal(["one", "two"], message.SuggestedActions.Actions.Select(action => (string)action.Value));
        Assert.All(message.SuggestedActions.Actions, action => Assert.Equal(ActionTypes.ImBack, action.Type));
        Assert.Equal(["user"], message.SuggestedActions.To);
        Assert.Equal("choose", message.Text);
    }

    [Fact]
    public void Attachments_are_laid_out_as_list_or_carousel()
    {
        var attachment = new Attachment("text/plain");

        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(attachment).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel([attachment, attachment]).AttachmentLayout);
        Assert.Equal(("https://a/b.png", "image/png", string.Empty), Describe(MessageFactory.ContentUrl("https://a/b.png", "image/png")));

        static (string, string, string) Describe(IMessageActivity message)
        {
            var only = Assert.Single(message.Attachments);
            return (only.ContentUrl, only.ContentType, only.Name);
        }
    }

    [Fact]
    public void Nothing_makes_no_message()
    {
        Assert.Equal("actions", Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<string>)null!, null, null, null, null)).ParamName);
        Assert.Equal("cardActions", Assert.Throws<ArgumentNullException>(() => MessageFactory.SuggestedActions((IEnumerable<CardAction>)null!, null, null, null, null)).ParamName);
        Assert.Equal("attachment", Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((Attachment)null!)).ParamName);
        Assert.Equal("attachments", Assert.Throws<ArgumentNullException>(() => MessageFactory.Attachment((IEnumerable<Attachment>)null!)).ParamName);
        Assert.Equal("attachments", Assert.Throws<ArgumentNullException>(() => MessageFactory.Carousel(null)).ParamName);
        Assert.Equal("url", Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(" ", "image/png")).ParamName);
        Assert.Equal("contentType", Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl("https://a", "")).ParamName);
    }

    [Fact]
    public void A_handoff_carries_its_context_and_the_transcript()
    {
        var turn = Some.Turn();

        var handoff = EventFactory.CreateHandoffInitiation(turn, new { Skill = "any" }, new Transcript([MessageFactory.Text("hello")]));

        var activity = (Activity)handoff;
        Assert.Equal((ActivityTypes.Event, "handoff.initiate", "user", "1234", "channel", "https://service.test/"), (handoff.Type, handoff.Name, handoff.From.Id, handoff.ReplyToId, handoff.ChannelId, handoff.ServiceUrl));
        Assert.Equal("""{"Skill":"any"}""", handoff.Value.ToString());
        Assert.Equal("1234", handoff.RelatesTo.ActivityId);
        var attachment = Assert.Single(activity.Attachments);
        Assert.Equal(("application/json", "Transcript"), (attachment.ContentType, attachment.Name));
        Assert.Equal("channel", Assert.IsType<Transcript>(attachment.Content).Activities[0].ChannelId);
        Assert.NotNull(activity.Id);
        Assert.NotNull(activity.Timestamp);
    }

    [Fact]
    public void A_handoff_s_state_may_have_a_message()
    {
        var conversation = new ConversationAccount(id: "c");

        Assert.Equal("""{"state":"failed","message":"timed out"}""", EventFactory.CreateHandoffStatus(conversation, "failed", "timed out").Value.ToString());
        Assert.Equal("""{"state":"accepted"}""", Assert.IsType<JsonElement>(EventFactory.CreateHandoffStatus(conversation, "accepted").Value).ToString());
    }

    [Fact]
    public void A_handoff_needs_its_parts()
    {
        Assert.Equal("turnContext", Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffInitiation(null, "x")).ParamName);
        Assert.Equal("conversation", Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(null, "accepted")).ParamName);
        Assert.Equal("state", Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(new ConversationAccount(), null)).ParamName);
    }
}
