using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class CallbackPolicyTests
{
    private static readonly CustomerContact Phone = new(ContactKind.Phone, "+491761234567");

    [Theory]
    [InlineData(CallbackTalk.None, null)]
    [InlineData(CallbackTalk.Offered, "contact-given")]
    [InlineData(CallbackTalk.ContactAsked, "contact-given")]
    [InlineData(CallbackTalk.ContactAskedAgain, "contact-given")]
    [InlineData(CallbackTalk.Promised, null)]
    [InlineData(CallbackTalk.Declined, null)]
    public void A_contact_counts_only_where_one_was_spoken_of(CallbackTalk talk, string? code)
    {
        Assert.Equal(code, Decide(talk, CustomerRequest.None, Phone)?.Reason);
    }

    [Theory]
    [InlineData(CallbackTalk.None, CustomerRequest.CallBack, "asked-for-callback")]
    [InlineData(CallbackTalk.Declined, CustomerRequest.CallBack, "asked-for-callback")]
    [InlineData(CallbackTalk.Promised, CustomerRequest.CallBack, "callback-promised")]
    [InlineData(CallbackTalk.Offered, CustomerRequest.Yes, "callback-wanted")]
    [InlineData(CallbackTalk.Offered, CustomerRequest.No, "callback-declined")]
    [InlineData(CallbackTalk.Offered, CustomerRequest.Stop, null)]
    [InlineData(CallbackTalk.None, CustomerRequest.Yes, null)]
    [InlineData(CallbackTalk.Promised, CustomerRequest.Yes, null)]
    [InlineData(CallbackTalk.ContactAsked, CustomerRequest.No, "no-contact-wanted")]
    [InlineData(CallbackTalk.ContactAsked, CustomerRequest.Stop, "no-contact-wanted")]
    [InlineData(CallbackTalk.ContactAskedAgain, CustomerRequest.DoesNotHave, "no-contact-wanted")]
    public void What_an_answer_leads_to(CallbackTalk talk, CustomerRequest request, string? code)
    {
        Assert.Equal(code, Decide(talk, request)?.Reason);
    }

    [Theory]
    [InlineData(CallbackTalk.ContactAsked, "anna@mail", "contact-unclear")]
    [InlineData(CallbackTalk.ContactAskedAgain, "anna@mail", null)]
    [InlineData(CallbackTalk.Offered, "anna@mail", null)]
    [InlineData(CallbackTalk.ContactAsked, "where is my parcel?", null)]
    public void A_contact_that_cannot_be_right_is_asked_for_once_more(CallbackTalk talk, string text, string? code)
    {
        Assert.Equal(code, Decide(talk, CustomerRequest.None, text: text)?.Reason);
    }

    [Fact]
    public void An_address_that_a_procedure_asked_for_is_the_procedures()
    {
        var turn = Turn(CustomerRequest.None, Phone) with { AnswersProcedure = true };

        Assert.Null(CallbackPolicy.Decide(Conversation(CallbackTalk.Offered), turn));
    }

    [Fact]
    public void Yes_to_a_question_asked_since_is_not_yes_to_a_callback()
    {
        var conversation = Conversation(CallbackTalk.Offered);
        conversation = conversation with { Episode = conversation.Episode with { ResolutionWaits = true } };

        Assert.Null(CallbackPolicy.Decide(conversation, Turn(CustomerRequest.Yes)));
    }

    [Fact]
    public void Words_of_harm_go_before_a_callback()
    {
        var turn = Turn(CustomerRequest.CallBack, Phone) with { Signals = new() { AtRisk = true } };

        Assert.Equal(new HandOver(HandoffReason.AtRisk), TurnPolicy.Decide(Conversation(CallbackTalk.Offered), turn).Step);
    }

    [Fact]
    public void While_a_person_holds_it_the_bot_takes_no_contact()
    {
        var conversation = Conversation(CallbackTalk.Offered).Apply(
            new HandoffMoved("x", Chat.Start, "H-1", HandoffState.Accepted, HandoffReason.AskedForPerson, "Mira"));

        Assert.IsType<LeaveToPerson>(TurnPolicy.Decide(conversation, Turn(CustomerRequest.CallBack, Phone)).Step);
        Assert.Equal(CallbackTalk.None, conversation.Callback);
    }

    [Theory]
    [InlineData(HandoffState.Closed)]
    [InlineData(HandoffState.Returned)]
    [InlineData(HandoffState.Abandoned)]
    public void Talk_of_a_callback_ends_with_its_handoff(HandoffState end)
    {
        var conversation = Conversation(CallbackTalk.Promised).Apply(
            new HandoffMoved("x", Chat.Start, "H-1", end, HandoffReason.AskedForPerson, null));

        Assert.Equal((CallbackTalk.None, (DateTimeOffset?)null), (conversation.Callback, conversation.CallbackBy));
    }

    [Fact]
    public void After_the_waiting_is_over_the_offer_stands_for_one_message()
    {
        var ended = Conversation(CallbackTalk.None)
            .Apply(new HandoffMoved("x", Chat.Start, "H-1", HandoffState.TimedOut, HandoffReason.AskedForPerson, null))
            .Apply(new CallbackTalked("x", Chat.Start, CallbackTalk.Offered));

        Assert.Equal("contact-given", CallbackPolicy.Decide(ended, Turn(CustomerRequest.None, Phone))?.Reason);
        Assert.Null(CallbackPolicy.Decide(ended.Apply(new Decided("t2", Chat.Start, "TellArticle", "asked-for")), Turn(CustomerRequest.None, Phone)));
    }

    private static TurnDecision? Decide(CallbackTalk talk, CustomerRequest request, CustomerContact? contact = null, string text = "…") =>
        CallbackPolicy.Decide(Conversation(talk), Turn(request, contact) with { Text = text });

    private static Conversation Conversation(CallbackTalk talk) => new Chat().Says("I want a person")
        .Then((turn, at) => new HandoffMoved(turn, at, "H-1", HandoffState.Queued, HandoffReason.AskedForPerson, null))
        .Then((turn, at) => new CallbackTalked(turn, at, talk)).Conversation;

    private static Turn Turn(CustomerRequest request, CustomerContact? contact = null) =>
        new Chat().Says("…").Turn() with { Request = request, Contact = contact };
}
