using System.Text.Json;

namespace StandIn.Tests.Schema;

public class ActivityTests
{
    [Fact]
    public void Any_activity_has_a_locale()
    {
        var update = Activity.CreateConversationUpdateActivity();
        Assert.Null(update.GetLocale());

        update.SetLocale("en-GB");

        Assert.Equal("en-GB", update.GetLocale());
    }

    [Fact]
    public void A_reply_turns_sender_and_recipient_round()
    {
        var reply = Some.Message().CreateReply("hi", "de");

        Assert.Equal(("bot", "user", "1234", "hi", "de"), (reply.From.Id, reply.Recipient.Id, reply.ReplyToId, reply.Text, reply.Locale));
        Assert.Empty(reply.Attachments);
        Assert.Empty(reply.Entities);
        Assert.NotNull(reply.Timestamp);
    }

    [Fact]
    public void A_reply_without_text_is_empty_and_keeps_the_locale()
    {
        var message = Some.Message();
        message.Locale = "fr";

        var reply = message.CreateReply();

        Assert.Equal((string.Empty, "fr"), (reply.Text, reply.Locale));
    }

    [Fact]
    public void A_reply_bears_a_missing_sender_and_recipient()
    {
        var message = Some.Message();
        message.From = message.Recipient = null;

        var reply = message.CreateReply();

        Assert.Null(reply.From.Id);
        Assert.Null(reply.Recipient.Id);
    }

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    public void Nothing_replies_to_a_conversation_update_of_the_web_channels(string channel)
    {
        var update = Some.Message();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;

        Assert.Null(update.CreateReply().ReplyToId);
        Assert.Null(update.GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_trace_tells_its_caller_and_the_type_of_its_value()
    {
        var trace = Some.Message().CreateTrace("name", new Uri("https://test.com"));

        Assert.Equal((nameof(A_trace_tells_its_caller_and_the_type_of_its_value), "Uri"), (trace.Label, trace.ValueType));
        Assert.Equal(ActivityTypes.Trace, trace.Type);
    }

    [Fact]
    public void A_reference_made_of_an_activity_brings_another_one_there()
    {
        var reference = Some.Message().GetConversationReference();
        var outgoing = new Activity(ActivityTypes.Message) { Locale = "it" };

        outgoing.ApplyConversationReference(reference);

        Assert.Equal(("bot", "user", "1234", "conversation", "channel", "https://service.test/"), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Conversation.Id, outgoing.ChannelId, outgoing.ServiceUrl));
        Assert.Equal("it", outgoing.Locale);
    }

    [Fact]
    public void Applied_as_incoming_the_user_is_the_sender()
    {
        var reference = Some.Message().GetConversationReference();
        reference.Locale = "es";

        var incoming = new Activity().ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("user", "bot", "1234", "es"), (incoming.From.Id, incoming.Recipient.Id, incoming.Id, incoming.Locale));
        Assert.Null(incoming.ReplyToId);
    }

    [Fact]
    public void A_reply_s_reference_has_the_reply_s_id() =>
        Assert.Equal("99", Some.Message().GetReplyConversationReference(new ResourceResponse("99")).ActivityId);

    [Fact]
    public void A_continuation_is_an_event_from_the_user()
    {
        var reference = Some.Message().GetConversationReference();
        reference.Locale = "en-GB";

        var continuation = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation", "user", "bot", "en-GB"), (continuation.Type, continuation.Name, continuation.From.Id, continuation.Recipient.Id, continuation.Locale));
        Assert.Same(reference, continuation.RelatesTo);
        Assert.NotNull(continuation.Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/special", true)]
    [InlineData("messageUpdate", false)]
    [InlineData("mess", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_type_decides_which_kind_an_activity_is(string? type, bool isMessage) =>
        Assert.Equal(isMessage, new Activity(type).AsMessageActivity() != null);

    [Fact]
    public void Created_activities_have_their_type_and_lists()
    {
        Assert.Empty(Activity.CreateMessageActivity().Attachments);
        Assert.Empty(Activity.CreateConversationUpdateActivity().MembersAdded);
        Assert.NotNull(((Activity)Activity.CreateHandoffActivity()).AsHandoffActivity());
        Assert.NotNull(((Activity)Activity.CreateTypingActivity()).AsTypingActivity());
        Assert.NotNull(((Activity)Activity.CreateEndOfConversationActivity()).AsEndOfConversationActivity());
        Assert.NotNull(((Activity)Activity.CreateInvokeActivity()).AsInvokeActivity());
        Assert.NotNull(((Activity)Activity.CreateEventActivity()).AsEventActivity());
        Assert.Null(((Activity)Activity.CreateEventActivity()).AsCommandActivity());
    }

    [Fact]
    public void Content_is_text_summary_attachments_or_channel_data()
    {
        Assert.False(new Activity { Text = " " }.HasContent());
        Assert.False(new Activity { Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { ChannelData = 1 }.HasContent());
    }

    [Fact]
    public void Channel_data_from_the_wire_is_read_as_a_type()
    {
        var activity = BotJson.Deserialize<Activity>("""{"type":"message","channelData":{"clientActivityID":"7"}}""");

        Assert.Equal("7", activity.GetChannelData<ClientData>().ClientActivityId);
        Assert.True(activity.TryGetChannelData<ClientData>(out _));
    }

    [Fact]
    public void Channel_data_that_is_no_object_is_refused_or_not_found()
    {
        var activity = new Activity { ChannelData = "text" };

        Assert.Equal("text", activity.GetChannelData<string>());
        Assert.Throws<InvalidCastException>(() => activity.GetChannelData<ClientData>());
        Assert.False(activity.TryGetChannelData<ClientData>(out _));
        Assert.False(new Activity().TryGetChannelData<ClientData>(out _));
        Assert.Null(new Activity().GetChannelData<ClientData>());
    }

    [Theory]
    [InlineData("http://a", false)]
    [InlineData("HTTPS://a", false)]
    [InlineData("urn:botframework:WebSocket:wss://a", true)]
    [InlineData(null, false)]
    public void What_is_not_http_is_a_stream(string? serviceUrl, bool streaming) =>
        Assert.Equal(streaming, new Activity { ServiceUrl = serviceUrl }.IsFromStreamingConnection());

    [Fact]
    public void A_mention_of_the_bot_is_found_and_removed()
    {
        var activity = BotJson.Deserialize<Activity>(
            """{"type":"message","text":"<at>Bot</at> hello","recipient":{"id":"bot"},"entities":[{"type":"mention","mentioned":{"id":"bot","name":"Bot"},"text":"<at>Bot</at>"},{"type":"clientInfo","country":"GB"}]}""");

        Assert.Equal("bot", Assert.Single(activity.GetMentions()).Mentioned.Id);
        Assert.True(activity.MentionsRecipient());
        Assert.False(activity.MentionsId("other"));
        Assert.Equal("hello", activity.RemoveRecipientMention());
    }

    [Fact]
    public void A_mention_without_text_is_removed_by_its_name()
    {
        var activity = BotJson.Deserialize<Activity>(
            """{"type":"message","text":"<AT>Bot (1)</AT> hello\n","recipient":{"id":"bot"},"entities":[{"type":"mention","mentioned":{"id":"bot","name":"Bot (1)"}}]}""");

        Assert.Equal("hello", activity.RemoveRecipientMention());
    }

    [Fact]
    public void No_entities_are_no_mentions() => Assert.Empty(new Activity().GetMentions());

    private sealed record ClientData
    {
        public string? ClientActivityId { get; init; }
    }
}
