using Azure.Core;

namespace StandIn.Azure.AI.TextAnalytics;

/// <summary>How a client asks.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        Version = version switch
        {
            ServiceVersion.V2023_04_01 => "2023-04-01",
            _ => throw new ArgumentException($"The service version {version} is not supported by this library.", nameof(version)),
        };
    }

    /// <summary>Versions of the service's API.</summary>
    public enum ServiceVersion
    {
        V2023_04_01 = 4,
    }

    /// <summary>ISO 639-1 code of texts whose language a call does not name.</summary>
    /// <value>Default: en.</value>
    public string DefaultLanguage { get; set; } = "en";

    /// <summary>ISO 3166-1 code of the country a text may come from; empty gives no hint.</summary>
    /// <value>Default: us.</value>
    public string DefaultCountryHint { get; set; } = "us";

    internal string Version { get; }
}

/// <summary>What any call can be asked.</summary>
public class TextAnalyticsRequestOptions
{
    /// <summary>True: the service keeps no log of the text. Unset: the service's own default for the question.</summary>
    public bool? DisableServiceLogs { get; set; }
}

/// <summary>How a sentiment is asked for.</summary>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
    /// <summary>True: the answer also says what is praised and what is blamed.</summary>
    public bool? IncludeOpinionMining { get; set; }
}

/// <summary>How personal data is asked for.</summary>
public class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
}
