namespace StandIn.Bot.Schema;

/// <summary>The answer to an action of an Adaptive Card.</summary>
public class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string Type { get; set; }

    public object Value { get; set; }
}

/// <summary>What an Adaptive Card sends with an action.</summary>
public class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction Action { get; set; }

    public AdaptiveCardAuthentication Authentication { get; set; }

    public string State { get; set; }
}

/// <summary>The action of an Adaptive Card.</summary>
public class AdaptiveCardInvokeAction
{
    public string Type { get; set; }

    public string Id { get; set; }

    public string Verb { get; set; }

    public object Data { get; set; }
}

/// <summary>The sign-in that goes with an action of an Adaptive Card.</summary>
public class AdaptiveCardAuthentication
{
    public string Id { get; set; }

    public string ConnectionName { get; set; }

    public string Token { get; set; }
}

/// <summary>The answer to a search.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse
{
}

/// <summary>What a search asks for.</summary>
public class SearchInvokeValue
{
    public string Kind { get; set; }

    public string QueryText { get; set; }

    public SearchInvokeOptions QueryOptions { get; set; }

    public object Context { get; set; }
}

/// <summary>Which part of the results a search wants.</summary>
public class SearchInvokeOptions
{
    public int Skip { get; set; }

    public int Top { get; set; }
}

/// <summary>The kinds of search.</summary>
public static class SearchInvokeTypes
{
    public const string Search = "search";
    public const string SearchAnswer = "searchAnswer";
    public const string Typeahead = "typeahead";
}
