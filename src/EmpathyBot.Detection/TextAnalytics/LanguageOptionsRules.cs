using Microsoft.Extensions.Options;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>Refuses settings that could only fail later, one customer at a time.</summary>
internal sealed class LanguageOptionsRules : IValidateOptions<LanguageOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var problems = ProblemsOf(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(LanguageOptions options)
    {
        var (hasKey, hasIdentity) = (options.Key.Length > 0, options.ManagedIdentityClientId.Length > 0);
        if (options.BudgetMilliseconds is < 100 or > 2000)
            yield return "Language:BudgetMilliseconds must be between 100 and 2000.";
        if (hasKey && hasIdentity)
            yield return "Language:Key and Language:ManagedIdentityClientId are both set. Keep the one that Azure AI Language is to be asked with.";
        if (options.Endpoint.Length == 0)
        {
            if (hasKey || hasIdentity)
                yield return $"Language:{(hasKey ? "Key" : "ManagedIdentityClientId")} is set and Language:Endpoint is not. Give the address of the Azure AI Language resource, or remove the other.";
            yield break;
        }

        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Query.Length > 0)
            yield return "Language:Endpoint must be the address of the resource, such as https://name.cognitiveservices.azure.com, or empty.";
        else if (address.Scheme == "http" && !address.IsLoopback)
            yield return "Language:Endpoint must begin with https, since customers' words are sent there (http only to this machine).";
        else if (address.Scheme == "http" && !hasKey)
            yield return "Language:Endpoint is http, and a managed identity is only shown over https. Give Language:Key.";
        if (options.Key.Any(character => character is <= ' ' or > '~'))
            yield return "Language:Key holds a space or a character that no key has. Copy it again.";
    }
}
