using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Host.Telemetry;

/// <summary>Where traces and metrics go (section <c>Telemetry</c>).</summary>
public sealed class TelemetryOptions
{
    /// <summary>Address of an OTLP/HTTP receiver, such as <c>http://localhost:4318</c>; <c>/v1/traces</c> and <c>/v1/metrics</c> are added.</summary>
    /// <value>Empty: nothing is measured for export and nothing leaves the house.</value>
    [RegularExpression("https?://.+", ErrorMessage = "OtlpEndpoint must begin with http:// or https://, or be empty.")]
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Headers sent with each export, as <c>name=value,name=value</c>: what the receiver knows this bot by.</summary>
    /// <value>Empty.</value>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>The name under which this bot is found among others.</summary>
    /// <value><c>empathybot</c>.</value>
    [Required(AllowEmptyStrings = false, ErrorMessage = "ServiceName is empty.")]
    public string ServiceName { get; set; } = "empathybot";

    /// <summary>Seconds between two exports of metrics.</summary>
    /// <value>60. Less: figures are younger, and more is sent.</value>
    [Range(1, 3600)]
    public int MetricsSeconds { get; set; } = 60;
}
