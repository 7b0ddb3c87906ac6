using System.Text.Json;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>The answer about one document of several: a result or an error.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextAnalyticsError error) => (Id, Error) = (id, error);

    /// <summary>Which document it is about.</summary>
    public string Id { get; }

    /// <summary>Why there is no result; empty when there is one.</summary>
    public TextAnalyticsError Error { get; }

    public bool HasError => Error.ErrorCode != default;
}

/// <summary>Why the service could not answer about a document.</summary>
public readonly struct TextAnalyticsError
{
    internal TextAnalyticsError(string code, string message, string? target) => (ErrorCode, Message, Target) = (code, message, target);

    public TextAnalyticsErrorCode ErrorCode { get; }

    public string Message { get; }

    public string? Target { get; }

    /// <summary>The innermost error is the one that says what is wrong.</summary>
    internal static TextAnalyticsError Read(JsonElement error)
    {
        while (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object)
            error = inner;
        return new(error.GetProperty("code").GetString()!, Text("message") ?? string.Empty, Text("target"));

        string? Text(string name) => error.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}

/// <summary>The name of an error.</summary>
public readonly struct TextAnalyticsErrorCode : IEquatable<TextAnalyticsErrorCode>
{
    /// <summary>The document cannot be used: empty, too long, or in a wrong language.</summary>
    public static readonly string InvalidDocument = "InvalidDocument";

    /// <summary>The question cannot be asked in this language.</summary>
    public static readonly string UnsupportedLanguageCode = "UnsupportedLanguageCode";

    private readonly string? _code;

    private TextAnalyticsErrorCode(string code) => _code = code ?? throw new ArgumentNullException(nameof(code));

    public static implicit operator TextAnalyticsErrorCode(string errorCode) => new(errorCode);

    public static explicit operator string?(TextAnalyticsErrorCode errorCode) => errorCode._code;

    public static bool operator ==(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => left.Equals(right);

    public static bool operator !=(TextAnalyticsErrorCode left, TextAnalyticsErrorCode right) => !left.Equals(right);

    public bool Equals(TextAnalyticsErrorCode other) => _code == other._code;

    public override bool Equals(object? obj) => obj is TextAnalyticsErrorCode other && Equals(other);

    public override int GetHashCode() => _code?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _code ?? string.Empty;
}
