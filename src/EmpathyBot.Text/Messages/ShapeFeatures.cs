namespace EmpathyBot.Text.Messages;

/// <summary>How a message is written, as features: capitals, marks, length.</summary>
public static class ShapeFeatures
{
    private enum Sign : uint { Length = 1, Clauses, Capitals, Shouted, Bangs, LongestBang, Questions, LongestQuestion, Dots, Stretched, Ending, BeginsSmall, Faces, Numbers, EndsWithFace }

    /// <summary>Adds them.</summary>
    /// <param name="message">The message.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="salt">Another salt makes them distinct.</param>
    public static void Add(MessageWords message, MessageFeatures into, uint salt)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(into);
        var shape = message.Shape;
        var words = message.Words;
        var (faces, numbers) = (0, 0);
        foreach (ref readonly var word in words)
        {
            faces += word.Kind == WordKind.Face ? 1 : 0;
            numbers += word.Kind == WordKind.Number ? 1 : 0;
        }

        Put(Sign.Length, Bucket(words.Length));
        Put(Sign.Clauses, Bucket(message.Clauses));
        Put(Sign.Capitals, shape.Letters == 0 ? 9 : shape.Capitals * 4 / shape.Letters);
        PutIf(Sign.Shouted, shape.IsShouted ? 3 : Math.Min(shape.ShoutedWords, 2));
        PutIf(Sign.Bangs, Math.Min(shape.Bangs, 4));
        PutIf(Sign.LongestBang, Math.Min(shape.LongestBang, 4));
        PutIf(Sign.Questions, Math.Min(shape.Questions, 3));
        PutIf(Sign.LongestQuestion, Math.Min(shape.LongestQuestion, 3));
        PutIf(Sign.Dots, Math.Min(shape.Dots, 2));
        PutIf(Sign.Stretched, Math.Min(shape.Stretched, 2));
        Put(Sign.Ending, shape.Ending);
        PutIf(Sign.BeginsSmall, shape.BeginsSmall ? 1 : 0);
        PutIf(Sign.Faces, Math.Min(faces, 3));
        PutIf(Sign.Numbers, Math.Min(numbers, 3));
        PutIf(Sign.EndsWithFace, words.Length > 0 && words[^1].Kind == WordKind.Face ? 1 : 0);
        return;

        void Put(Sign sign, int bucket) => into.Add(TextHash.Mix((uint)sign << 8 | (uint)bucket & 0xFF, 0x53485031 + salt));

        void PutIf(Sign sign, int bucket)
        {
            if (bucket > 0)
                Put(sign, bucket);
        }
    }

    /// <summary>0, 1, 2, 3, 4–5, 6–8, 9–13, 14–21, 22–34, … as 0, 1, 2, …</summary>
    public static int Bucket(int count) => count <= 3 ? count : Math.Min(12, 4 + (int)(Math.Log2(count / 4.0) * 1.6));
}
