namespace StandIn.Bot.Schema;

/// <summary>A thing that an activity tells about, open to members of any kind.</summary>
public partial class Entity : IEquatable<Entity>
{
    public Entity()
    {
    }

    public Entity(string type = default)
    {
        Type = type;
    }

    public string Type { get; set; }

    internal Dictionary<string, JsonElement> Unknown { get; set; }

    public T GetAs<T>() => BotJson.Convert<T>(this);

    public void SetAs<T>(T obj)
    {
        var entity = BotJson.Convert<Entity>(obj);
        Type = entity.Type;
        Unknown = entity.Unknown;
    }

    public bool Equals(Entity other) => other != null && BotJson.Serialize(this) == BotJson.Serialize(other);

    public override bool Equals(object obj) => ReferenceEquals(this, obj) || (obj?.GetType() == GetType() && Equals((Entity)obj));

    // Entities are equal by content, which changes; the identity's hash is the SDK's choice.
    public override int GetHashCode() => base.GetHashCode();

    internal T FromProperties<T>()
        where T : new()
        => Unknown == null ? new T() : BotJson.Convert<T>(Unknown);
}

/// <summary>Somebody was named in the text.</summary>
public partial class Mention : Entity
{
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base(type)
    {
        Mentioned = mentioned;
        Text = text;
        Type = "mention";
    }

    public ChannelAccount Mentioned { get; set; }

    public string Text { get; set; }
}

/// <summary>A piece of another activity's text, and which occurrence of it.</summary>
public partial class TextHighlight
{
    public TextHighlight()
    {
    }

    public TextHighlight(string text = default, int? occurrence = default)
    {
        Text = text;
        Occurrence = occurrence;
    }

    public string Text { get; set; }

    public int? Occurrence { get; set; }
}

/// <summary>An action of the user's platform that goes with the activity.</summary>
public partial class SemanticAction
{
    public SemanticAction()
    {
    }

    public SemanticAction(string id = default, IDictionary<string, Entity> entities = default)
    {
        Id = id;
        Entities = entities;
    }

    public string State { get; set; }

    public string Id { get; set; }

    public IDictionary<string, Entity> Entities { get; set; }
}

/// <summary>A reaction such as "like".</summary>
public partial class MessageReaction
{
    public MessageReaction()
    {
    }

    public MessageReaction(string type = default)
    {
        Type = type;
    }

    public string Type { get; set; }
}
