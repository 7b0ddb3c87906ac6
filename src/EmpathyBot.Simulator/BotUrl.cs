using System.CommandLine;

namespace EmpathyBot.Simulator;

/// <summary>The option <c>--url</c>, the same for every command.</summary>
internal static class BotUrl
{
    public static Option<Uri> Option() => new("--url")
    {
        Required = true,
        Description = "Where the bot runs, for example http://localhost:3978",
        CustomParser = given =>
        {
            if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            given.AddError($"\"{given.Tokens[0].Value}\" is no address. Give one such as http://localhost:3978.");
            return null;
        },
    };
}
