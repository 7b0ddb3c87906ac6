using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Bot.Handoffs;

/// <summary>Says in plain sentences what of the settings of another hub cannot be used.</summary>
internal sealed class HubOptionsCheck : IValidateOptions<HandoffOptions>
{
    private const int ShortestKey = 16;
    private const int ShortestReplyKey = 32;

    public ValidateOptionsResult Validate(string? name, HandoffOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = Problems(options.Hub).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> Problems(HubOptions hub)
    {
        List<ValidationResult> ranges = [];
        if (!Validator.TryValidateObject(hub, new ValidationContext(hub), ranges, validateAllProperties: true))
            yield return $"Handoffs:Hub:MaxBytes is {hub.MaxBytes}. Give 8000 to 1000000.";
        if (!hub.IsOn)
        {
            if (hub.Key.Length > 0 || hub.ReplyKey.Length > 0)
                yield return "Handoffs:Hub:Url is missing, though keys for another hub are set. Give its address, or remove the keys.";
            yield break;
        }

        if (!IsSafe(hub.Url))
            yield return $"Handoffs:Hub:Url is \"{hub.Url}\". Give an address with https, such as https://hub.example.com/activities; what customers wrote goes there.";
        if (hub.PublicUrl.Length > 0 && !IsSafe(hub.PublicUrl))
            yield return $"Handoffs:Hub:PublicUrl is \"{hub.PublicUrl}\". Give an address with https, such as https://support.example.com, or leave it out.";
        if (hub.Key.Length < ShortestKey)
            yield return $"Handoffs:Hub:Key has {hub.Key.Length} characters. Give the key that the hub knows us by, at least {ShortestKey}.";
        if (hub.ReplyKey.Length < ShortestReplyKey)
            yield return $"Handoffs:Hub:ReplyKey has {hub.ReplyKey.Length} characters. Give a random key of at least {ShortestReplyKey}; who knows it speaks as your people.";
        else if (hub.ReplyKey == hub.Key)
            yield return "Handoffs:Hub:ReplyKey is the same as Handoffs:Hub:Key. Give two: what we send must not let anyone answer.";
    }

    /// <summary>What customers wrote does not travel in the open, except on one machine.</summary>
    private static bool IsSafe(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
