using System.CommandLine;
using System.CommandLine.Parsing;

namespace EmpathyBot.Simulator;

/// <summary>The option <c>--url</c>, the same for every command.</summary>
internal static class BotUrl
{
    public static Option<Uri> Option() => new("--url")
    {
        Required = true,
        Description = "Where the bot runs, for example http://localhost:3978",
        CustomParser = given => Read(given, given.Tokens[0].Value),
    };

    /// <summary>For commands that speak with several nodes.</summary>
    public static Option<Uri[]> Several() => new("--url")
    {
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Description = "Where the bot runs, for example http://localhost:3978; several for several nodes",
        CustomParser = given => [.. given.Tokens.Select(token => Read(given, token.Value)).OfType<Uri>()],
    };

    private static Uri? Read(ArgumentResult given, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        given.AddError($"\"{text}\" is no address. Give one such as http://localhost:3978.");
        return null;
    }
}
