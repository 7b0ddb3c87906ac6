using System.Collections.ObjectModel;
using System.Text.Json;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>Personal data found in a document.</summary>
public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    private PiiEntityCollection(IList<PiiEntity> entities, string redactedText) : base(entities) => RedactedText = redactedText;

    /// <summary>The document with each entity replaced by as many asterisks.</summary>
    public string RedactedText { get; }

    internal static PiiEntityCollection Read(JsonElement document) =>
        new([.. document.GetProperty("entities").EnumerateArray().Select(PiiEntity.Read)], document.GetProperty("redactedText").GetString()!);
}

/// <summary>A piece of personal data.</summary>
public readonly struct PiiEntity
{
    private PiiEntity(JsonElement json)
    {
        Text = json.GetProperty("text").GetString()!;
        Category = json.GetProperty("category").GetString()!;
        SubCategory = json.TryGetProperty("subcategory", out var part) ? part.GetString() : null;
        ConfidenceScore = json.GetProperty("confidenceScore").GetDouble();
        Offset = json.GetProperty("offset").GetInt32();
        Length = json.GetProperty("length").GetInt32();
    }

    /// <summary>As it stands in the document.</summary>
    public string Text { get; }

    public PiiEntityCategory Category { get; }

    public string? SubCategory { get; }

    /// <summary>0 to 1.</summary>
    public double ConfidenceScore { get; }

    /// <summary>Where it starts, in UTF-16 units.</summary>
    public int Offset { get; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public int Length { get; }

    internal static PiiEntity Read(JsonElement json) => new(json);
}

/// <summary>The name of a kind of personal data; the service may know more than this library.</summary>
public readonly struct PiiEntityCategory : IEquatable<PiiEntityCategory>
{
    private readonly string _value;

    public PiiEntityCategory(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static implicit operator PiiEntityCategory(string value) => new(value);

    public static bool operator ==(PiiEntityCategory left, PiiEntityCategory right) => left.Equals(right);

    public static bool operator !=(PiiEntityCategory left, PiiEntityCategory right) => !left.Equals(right);

    public bool Equals(PiiEntityCategory other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is PiiEntityCategory other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value;
}
