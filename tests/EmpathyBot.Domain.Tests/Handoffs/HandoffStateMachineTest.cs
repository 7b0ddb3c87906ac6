using EmpathyBot.Domain.Handoffs;
using FsCheck;
using FsCheck.Fluent;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class HandoffStateMachineTest
{
    private static readonly Agent Mira = new("a1", "Mira");
    private static readonly Agent Joel = new("a2", "Joel");
    private static readonly Agent[] Agents = [Mira, Joel, new("a3", "Sanne")];

    [Theory]
    [InlineData(HandoffState.Requested, "queue", HandoffState.Queued)]
    [InlineData(HandoffState.Requested, "accept", HandoffState.Accepted)]
    [InlineData(HandoffState.Requested, "transfer", null)]
    [InlineData(HandoffState.Requested, "close", null)]
    [InlineData(HandoffState.Requested, "return", null)]
    [InlineData(HandoffState.Requested, "abandon", HandoffState.Abandoned)]
    [InlineData(HandoffState.Requested, "timeOut", HandoffState.TimedOut)]
    [InlineData(HandoffState.Requested, "fail", HandoffState.Failed)]
    [InlineData(HandoffState.Requested, "takeOver", HandoffState.Accepted)]
    [InlineData(HandoffState.Queued, "queue", null)]
    [InlineData(HandoffState.Queued, "accept", HandoffState.Accepted)]
    [InlineData(HandoffState.Queued, "transfer", null)]
    [InlineData(HandoffState.Queued, "close", null)]
    [InlineData(HandoffState.Queued, "return", null)]
    [InlineData(HandoffState.Queued, "abandon", HandoffState.Abandoned)]
    [InlineData(HandoffState.Queued, "timeOut", HandoffState.TimedOut)]
    [InlineData(HandoffState.Queued, "fail", HandoffState.Failed)]
    [InlineData(HandoffState.Queued, "takeOver", HandoffState.Accepted)]
    [InlineData(HandoffState.Accepted, "queue", HandoffState.Queued)]
    [InlineData(HandoffState.Accepted, "accept", null)]
    [InlineData(HandoffState.Accepted, "transfer", HandoffState.Transferred)]
    [InlineData(HandoffState.Accepted, "close", HandoffState.Closed)]
    [InlineData(HandoffState.Accepted, "return", HandoffState.Returned)]
    [InlineData(HandoffState.Accepted, "abandon", null)]
    [InlineData(HandoffState.Accepted, "timeOut", null)]
    [InlineData(HandoffState.Accepted, "fail", HandoffState.Failed)]
    [InlineData(HandoffState.Accepted, "takeOver", null)]
    [InlineData(HandoffState.Transferred, "queue", HandoffState.Queued)]
    [InlineData(HandoffState.Transferred, "accept", HandoffState.Accepted)]
    [InlineData(HandoffState.Transferred, "transfer", null)]
    [InlineData(HandoffState.Transferred, "close", null)]
    [InlineData(HandoffState.Transferred, "return", null)]
    [InlineData(HandoffState.Transferred, "abandon", HandoffState.Abandoned)]
    [InlineData(HandoffState.Transferred, "timeOut", HandoffState.TimedOut)]
    [InlineData(HandoffState.Transferred, "fail", HandoffState.Failed)]
    [InlineData(HandoffState.Transferred, "takeOver", HandoffState.Accepted)]
    public void The_table_of_moves(HandoffState from, string move, HandoffState? to)
    {
        var ticket = Ticket() with { State = from, AgentId = from == HandoffState.Accepted ? Mira.Id : null, AgentName = "Mira" };

        var result = HandoffStateMachine.Apply(ticket, Move(move, Mira), Chat.Start);

        Assert.Equal(to, (result as TicketMoved)?.Ticket.State);
    }

    [Theory]
    [InlineData(HandoffState.Closed)]
    [InlineData(HandoffState.Returned)]
    [InlineData(HandoffState.Abandoned)]
    [InlineData(HandoffState.TimedOut)]
    [InlineData(HandoffState.Failed)]
    public void What_is_over_stays_over(HandoffState ended)
    {
        foreach (var move in Moves)
            Assert.Equal("ended", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(Ticket() with { State = ended }, Move(move, Mira), Chat.Start)).Code);
    }

    [Fact]
    public void What_is_at_another_hub_is_taken_by_its_people_or_by_a_supervisor_and_by_nobody_else()
    {
        var there = Ticket() with { AtHub = true };

        Assert.Equal("at-hub", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(there, new HandoffMove.Accept(Mira), Chat.Start)).Code);
        var taken = Moved(there, new HandoffMove.AcceptAtHub(Joel));
        Assert.Equal((HandoffState.Accepted, "a2", true), (taken.State, taken.AgentId, taken.AtHub));
        Assert.Equal("held-by-you", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(taken, new HandoffMove.AcceptAtHub(Joel), Chat.Start)).Code);
        var over = Moved(taken, new HandoffMove.TakeOver(Mira));
        Assert.Equal((HandoffState.Accepted, "a1", false), (over.State, over.AgentId, over.AtHub));
        Assert.Equal("not-at-hub", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(over, new HandoffMove.LeaveHub(), Chat.Start)).Code);
    }

    [Theory]
    [InlineData(HandoffState.Queued)]
    [InlineData(HandoffState.Accepted)]
    public void What_the_hub_does_not_take_is_in_the_desks_own_queue(HandoffState from)
    {
        var left = Moved(Ticket() with { State = from, AtHub = true, AgentId = from == HandoffState.Accepted ? "a2" : null }, new HandoffMove.LeaveHub());

        Assert.Equal((HandoffState.Queued, null, false), (left.State, left.AgentId, left.AtHub));
    }

    [Fact]
    public void The_second_agent_is_told_who_was_faster()
    {
        var taken = Moved(Ticket(), new HandoffMove.Accept(Mira));

        var refused = Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(taken, new HandoffMove.Accept(Joel), Chat.Start));

        Assert.Equal(new MoveRefused("held-by-other", "This conversation was already taken by Mira.", "Mira"), refused);
    }

    [Fact]
    public void Taking_twice_changes_nothing()
    {
        var taken = Moved(Ticket(), new HandoffMove.Accept(Mira));

        Assert.Equal("held-by-you", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(taken, new HandoffMove.Accept(Mira), Chat.Start)).Code);
    }

    [Fact]
    public void Only_the_holder_may_close_return_or_transfer()
    {
        var taken = Moved(Ticket(), new HandoffMove.Accept(Mira));

        foreach (var move in new[] { "close", "return", "transfer" })
        {
            Assert.Equal("held-by-other", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(taken, Move(move, Joel), Chat.Start)).Code);
            Assert.Equal("not-held", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(Ticket(), Move(move, Joel), Chat.Start)).Code);
        }
    }

    [Fact]
    public void A_supervisor_takes_a_conversation_out_of_another_agents_hands()
    {
        var taken = Moved(Ticket(), new HandoffMove.Accept(Mira));

        var over = Moved(taken, new HandoffMove.TakeOver(Joel));

        Assert.Equal((HandoffState.Accepted, "a2", "Joel"), (over.State, over.AgentId, over.AgentName));
        Assert.Equal("held-by-other", Assert.IsType<MoveRefused>(HandoffStateMachine.Apply(over, new HandoffMove.Return(Mira, null), Chat.Start)).Code);
    }

    [Fact]
    public void How_long_the_customer_waited_is_told_by_who_took_it_first()
    {
        var later = Chat.Start.AddMinutes(3);
        var taken = Moved(Ticket(), new HandoffMove.Accept(Mira));
        var over = Assert.IsType<TicketMoved>(HandoffStateMachine.Apply(taken, new HandoffMove.TakeOver(Joel), later)).Ticket;

        Assert.Null(Ticket().TakenAt);
        Assert.Equal(Chat.Start, over.TakenAt);
        Assert.Equal(later, over.MovedAt);
    }

    [Fact]
    public void A_transfer_to_someone_known_keeps_their_id_until_somebody_takes_it()
    {
        var passed = Moved(Moved(Ticket(), new HandoffMove.Accept(Mira)), new HandoffMove.Transfer(Mira, "Joel", "a2"));
        Assert.Equal("a2", passed.TransferredToId);

        Assert.Null(Moved(passed, new HandoffMove.Accept(Joel)).TransferredToId);
        Assert.Null(Moved(passed, new HandoffMove.Queue()).TransferredToId);
    }

    [Fact]
    public void A_transfer_says_for_whom_until_somebody_takes_it()
    {
        var passed = Moved(Moved(Ticket(), new HandoffMove.Accept(Mira)), new HandoffMove.Transfer(Mira, "Billing"));
        Assert.Equal(("Billing", null, null), (passed.TransferredTo, passed.AgentId, passed.AgentName));

        var taken = Moved(passed, new HandoffMove.Accept(Joel));
        Assert.Equal((null, "a2", "Joel"), (taken.TransferredTo, taken.AgentId, taken.AgentName));
    }

    [Fact]
    public void Closing_keeps_outcome_note_and_who_closed()
    {
        var closed = Moved(Moved(Ticket(), new HandoffMove.Accept(Mira)), new HandoffMove.Close(Mira, HandoffOutcome.Partly, "refund on Monday"));

        Assert.Equal((HandoffOutcome.Partly, "refund on Monday", "a1"), (closed.Outcome!.Value, closed.Note, closed.AgentId));
    }

    [Fact]
    public void Whatever_agents_and_customers_do_there_is_exactly_one_holder()
    {
        var acts = Gen.Zip(Gen.Elements(Moves), Gen.Elements(Agents)).ArrayOf().ToArbitrary();
        Prop.ForAll(acts, histories =>
        {
            var ticket = Ticket();
            var at = Chat.Start;
            foreach (var (move, agent) in histories)
            {
                at += TimeSpan.FromSeconds(1);
                var before = ticket;
                var result = HandoffStateMachine.Apply(before, Move(move, agent), at);
                if (result is not TicketMoved moved)
                    continue;

                ticket = moved.Ticket;
                Assert.True(before.IsOpen, "what is over stays over");
                Assert.Equal(before.Version + 1, ticket.Version);
                Assert.Equal(at, ticket.MovedAt);
                Assert.Equal((before.Id, before.ConversationId, before.RequestedAt, before.Reason), (ticket.Id, ticket.ConversationId, ticket.RequestedAt, ticket.Reason));
                // An open ticket has an agent exactly when it is accepted, so the bot or one agent holds, never two.
                if (ticket.IsOpen)
                    Assert.Equal(ticket.State == HandoffState.Accepted, ticket.AgentId is not null);
                // Nobody takes a conversation out of another agent's hands.
                if (before.State == HandoffState.Accepted && ticket.State is HandoffState.Closed or HandoffState.Returned or HandoffState.Transferred)
                    Assert.Equal(before.AgentId, agent.Id);
                if (before.State == HandoffState.Accepted && move != "takeOver")
                    Assert.NotEqual(HandoffState.Accepted, ticket.State);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));
    }

    private static readonly string[] Moves = ["queue", "accept", "transfer", "close", "return", "abandon", "timeOut", "fail", "takeOver"];

    private static HandoffMove Move(string name, Agent agent) => name switch
    {
        "queue" => new HandoffMove.Queue(),
        "accept" => new HandoffMove.Accept(agent),
        "transfer" => new HandoffMove.Transfer(agent, "Billing"),
        "close" => new HandoffMove.Close(agent, HandoffOutcome.Solved, null),
        "return" => new HandoffMove.Return(agent, null),
        "abandon" => new HandoffMove.Abandon(),
        "takeOver" => new HandoffMove.TakeOver(agent),
        "timeOut" => new HandoffMove.TimeOut(),
        _ => new HandoffMove.Fail(),
    };

    private static HandoffTicket Moved(HandoffTicket ticket, HandoffMove move) =>
        Assert.IsType<TicketMoved>(HandoffStateMachine.Apply(ticket, move, Chat.Start)).Ticket;

    private static HandoffTicket Ticket() => new(
        "h1", "c1", HandoffState.Queued, HandoffReason.AskedForPerson, 0.5, Chat.Start, Chat.Start, null, null,
        new Chat().Says("A person, please").Brief(HandoffReason.AskedForPerson));
}
