namespace EmpathyBot.Host.DemoShop;

/// <summary>What an operation of the demo shop answers, as HTTP status and JSON object.</summary>
internal sealed record DemoAnswer(int Status, Dictionary<string, object?>? Data)
{
    /// <summary>Not there, or not the customer's: nobody can tell which.</summary>
    public static DemoAnswer NotFound { get; } = new(StatusCodes.Status404NotFound, null);

    public static DemoAnswer Ok(params (string Name, object? Value)[] data) => Again(data.ToDictionary(item => item.Name, item => item.Value));

    /// <summary>An answer that stands as it is.</summary>
    public static DemoAnswer Again(Dictionary<string, object?> data) => new(StatusCodes.Status200OK, data);

    /// <summary>Understood and declined.</summary>
    public static DemoAnswer Declined(string why) => new(StatusCodes.Status409Conflict, new() { ["why"] = why });

    public IResult ToResult() => Data is null ? Results.StatusCode(Status) : Results.Json(Data, statusCode: Status);
}

/// <summary>A call of an operation.</summary>
/// <param name="Arguments">Arguments by name.</param>
/// <param name="Now">When.</param>
internal sealed record DemoCall(IReadOnlyDictionary<string, string> Arguments, DateTimeOffset Now)
{
    /// <summary>An argument, or nothing when it was not given.</summary>
    public string this[string name] => Arguments.GetValueOrDefault(name) ?? "";

    /// <summary>A day from today, as the shop writes it.</summary>
    public string Day(int days) => DemoText.Day(Now.AddDays(days));
}

/// <summary>How the demo shop writes days and amounts.</summary>
internal static class DemoText
{
    private static readonly System.Globalization.CultureInfo Plain = System.Globalization.CultureInfo.InvariantCulture;

    public static string Day(DateTimeOffset date) => date.ToString("yyyy-MM-dd", Plain);

    public static string Money(decimal amount) => "€" + amount.ToString("0.00", Plain);

    /// <summary>An e-mail address that its owner recognises and nobody else can use: "a…@example.com".</summary>
    public static string Masked(string email) => email[..1] + "…" + email[email.IndexOf('@', StringComparison.Ordinal)..];
}
