namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// Azure AI Language as a second reader (section <c>Language</c>). With a key it is asked with that key; without one, as
/// the managed identity of the machine.
/// </summary>
public sealed class LanguageOptions
{
    /// <summary>
    /// Address of the resource, such as <c>https://name.cognitiveservices.azure.com</c>. Empty: every message is read here
    /// only, and nothing a customer writes leaves this host for Azure.
    /// </summary>
    /// <value>Default: empty.</value>
    public string Endpoint { get; set; } = "";

    /// <summary>Key of the resource. Empty: the managed identity, which needs the role Cognitive Services Language Reader.</summary>
    /// <value>Default: empty.</value>
    public string Key { get; set; } = "";

    /// <summary>Client id of a user-assigned managed identity. Empty: the system-assigned one.</summary>
    /// <value>Default: empty.</value>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>
    /// Milliseconds that asking may take in all; then the reading made here counts. Higher: more readings are sharpened, and
    /// customers wait longer when the service is slow.
    /// </summary>
    /// <value>Default: 800; from 100 to 2000.</value>
    public int BudgetMilliseconds { get; set; } = 800;
}
