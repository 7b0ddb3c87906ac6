using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Handoffs;
using EmpathyBot.Storage;

namespace EmpathyBot.Tests.Storage;

public sealed class StorageJsonTests
{
    public static TheoryData<int> EventIndexes => new(Enumerable.Range(0, Some.Events.Count));

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void An_event_comes_back_as_it_went(int index)
    {
        var happened = Some.Events[index];
        var json = StorageJson.Write(happened);

        var back = StorageJson.ReadEvent(json);

        Assert.IsType(happened.GetType(), back);
        Assert.Equivalent(happened, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void Every_kind_of_event_has_a_discriminator_and_a_sample()
    {
        var kinds = typeof(ConversationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConversationEvent))).ToHashSet();
        var declared = typeof(ConversationEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(kinds, declared.Select(attribute => attribute.DerivedType).ToHashSet());
        Assert.All(declared, attribute => Assert.Matches("^[a-z]+(-[a-z]+)*$", (string)attribute.TypeDiscriminator!));
        Assert.Equal(kinds, Some.Events.Select(happened => happened.GetType()).ToHashSet());
    }

    [Fact]
    public void A_rich_conversation_comes_back_as_it_went()
    {
        AssertNothingIsEmpty(Some.Rich, "conversation");
        var json = StorageJson.Write(Some.Rich);

        var back = StorageJson.ReadConversation(json);

        Assert.Equivalent(Some.Rich, back, strict: true);
        Assert.Equal(json, StorageJson.Write(back));
    }

    [Fact]
    public void A_conversation_in_which_nothing_happened_comes_back_as_it_went()
    {
        var begun = Conversation.Begin("c1", "msteams", "de");

        Assert.Equivalent(begun, StorageJson.ReadConversation(StorageJson.Write(begun)), strict: true);
    }

    [Fact]
    public void A_rich_ticket_comes_back_as_it_went()
    {
        AssertNothingIsEmpty(Some.RichTicket, "ticket");
        var json = StorageJson.Write(Some.RichTicket);

        var back = StorageJson.ReadTicket(json);

        Assert.Equivalent(Some.RichTicket, back, strict: true);
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

    /// <summary>So that a property added tomorrow is in the sample, and so known to come back.</summary>
    private static void AssertNothingIsEmpty(object value, string place)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var found = property.GetValue(value);
            Assert.True(found is not null, $"{place}.{property.Name} is null in the sample");
            if (found is string)
                continue;
            if (found is IEnumerable many)
            {
                var items = many.Cast<object>().ToList();
                Assert.True(items.Count > 0, $"{place}.{property.Name} is empty in the sample");
                items.ForEach(item => Descend(item, $"{place}.{property.Name}[]"));
            }
            else
            {
                Descend(found!, $"{place}.{property.Name}");
            }
        }

        static void Descend(object found, string place)
        {
            if (found.GetType() is { IsEnum: false, Namespace: { } name } && name.StartsWith("EmpathyBot.Domain", StringComparison.Ordinal))
                AssertNothingIsEmpty(found, place);
        }
    }
}
