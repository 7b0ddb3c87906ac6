namespace EmpathyBot.Domain.Emotions;

/// <summary>What a customer feels, as a skilled support agent would name it: one label a message is answered by.</summary>
public enum Emotion
{
    /// <summary>Information, a plain question or request, routine politeness.</summary>
    Neutral = 0,
    /// <summary>Hostile, outraged, insulting or threatening; blames.</summary>
    Anger,
    /// <summary>Annoyed, blocked, tired of waiting or repeating, without hostility.</summary>
    Frustration,
    /// <summary>Let down; an expectation was not met.</summary>
    Disappointment,
    /// <summary>Worried, afraid, pressed by stakes or a deadline.</summary>
    Anxiety,
    /// <summary>Does not understand; not every question is one.</summary>
    Confusion,
    /// <summary>Hurt, grief, loss.</summary>
    Sadness,
    /// <summary>Thanks are the main point.</summary>
    Gratitude,
    /// <summary>A worry is over.</summary>
    Relief,
    /// <summary>Happy, delighted, amused.</summary>
    Joy,
}

/// <summary>Groups of emotions that rules speak of.</summary>
public static class EmotionGroups
{
    /// <summary>Anger, frustration, disappointment, anxiety, confusion or sadness.</summary>
    public static bool IsNegative(this Emotion emotion) => emotion is Emotion.Anger or Emotion.Frustration or Emotion.Disappointment
        or Emotion.Anxiety or Emotion.Confusion or Emotion.Sadness;

    /// <summary>Gratitude, relief or joy.</summary>
    public static bool IsPositive(this Emotion emotion) => emotion is Emotion.Gratitude or Emotion.Relief or Emotion.Joy;
}
