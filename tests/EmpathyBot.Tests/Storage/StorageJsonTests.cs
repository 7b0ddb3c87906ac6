using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage;

namespace EmpathyBot.Tests.Storage;

public sealed class StorageJsonTests
{
    /// <summary>Every kind of event there is, so that a new one is not forgotten.</summary>
    public static TheoryData<Type> Kinds => new(AllKinds);

    private static IEnumerable<Type> AllKinds =>
        typeof(ConversationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConversationEvent)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_comes_back_as_it_went(Type kind)
    {
        var happened = (ConversationEvent)Filled.Of(kind, kind.Name);
        var json = StorageJson.Write(happened);

        var back = StorageJson.ReadEvent(json);

        Assert.IsType(kind, back);
        Assert.Equivalent(happened, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void Every_kind_of_event_has_a_short_discriminator()
    {
        var declared = typeof(ConversationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(AllKinds.ToHashSet(), declared.Select(attribute => attribute.DerivedType).ToHashSet());
        Assert.All(declared, attribute => Assert.Matches("^[a-z]+(-[a-z]+)*$", (string)attribute.TypeDiscriminator!));
    }

    [Fact]
    public void A_conversation_with_everything_in_it_comes_back_as_it_went()
    {
        var conversation = Filled.Of<Conversation>();
        var json = StorageJson.Write(conversation);

        var back = StorageJson.ReadConversation(json);

        Assert.Equivalent(conversation, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void A_conversation_in_which_nothing_happened_comes_back_as_it_went()
    {
        var begun = Conversation.Begin("c1", "msteams", "de");

        Assert.Equivalent(begun, StorageJson.ReadConversation(StorageJson.Write(begun)), strict: true);
    }

    [Fact]
    public void A_memory_with_everything_in_it_comes_back_as_it_went()
    {
        var memory = Filled.Of<CustomerMemory>();
        var json = StorageJson.Write(memory);

        var back = StorageJson.ReadMemory(json);

        Assert.Equivalent(memory, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void A_ticket_with_everything_in_it_comes_back_as_it_went()
    {
        var ticket = Filled.Of<HandoffTicket>();
        var json = StorageJson.Write(ticket);

        var back = StorageJson.ReadTicket(json);

        Assert.Equivalent(ticket, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void Stored_json_names_no_types_of_the_program_and_writes_enums_by_name()
    {
        var json = StorageJson.Write(Some.Rich) + StorageJson.Write(Some.RichTicket) + string.Concat(Some.Events.Select(StorageJson.Write));

        Assert.DoesNotContain("EmpathyBot", json, StringComparison.Ordinal);
        Assert.DoesNotContain("$type", json, StringComparison.Ordinal);
        Assert.Contains("\"target\":\"ownLoss\"", json, StringComparison.Ordinal);
        Assert.Contains("\"act\":\"deEscalate\"", json, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"risingAnger\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_follows_from_the_rest_is_not_stored()
    {
        var json = StorageJson.Write(Some.Rich) + StorageJson.Write(Some.RichTicket);

        foreach (var computed in (string[])["isOpen", "isSure", "isHeldByPerson", "isWaiting", "current"])
            Assert.DoesNotContain($"\"{computed}\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_discriminator_may_stand_anywhere()
    {
        var back = StorageJson.ReadEvent("""{"turnId":"u1","at":"2026-03-04T05:06:07+00:00","event":"not-understood"}""");

        Assert.IsType<NotUnderstood>(back);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"event":"no-such-event","turnId":"u1","at":"2026-03-04T05:06:07+00:00"}""")]
    [InlineData("not json")]
    public void A_stored_event_that_is_none_is_refused(string json) =>
        Assert.ThrowsAny<Exception>(() => StorageJson.ReadEvent(json));

    [Fact]
    public void A_brief_sentence_that_rests_on_no_turn_is_refused_when_read_too()
    {
        var json = StorageJson.Write(Some.RichTicket).Replace("""["u1"]""", "[]", StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => StorageJson.ReadTicket(json));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        var cut = new BotSaid("u1", Some.Moment, "🙂"[..1]);

        Assert.Equal("\uFFFD", Assert.IsType<BotSaid>(StorageJson.ReadEvent(StorageJson.Write(cut))).Text);
    }
}
