using EmpathyBot.Bot.Identity;

namespace EmpathyBot.Host;

/// <summary>What must be there before this host may serve anyone. All that is missing is said in one message.</summary>
internal static class StartChecks
{
    /// <exception cref="StartRefusedException">Something is missing; the message lists all of it and what to do.</exception>
    public static void Refuse(WebApplicationBuilder builder)
    {
        List<string> problems = [];
        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            problems.Add("Kestrel:Endpoints is set. Say where to listen with ASPNETCORE_URLS instead.");
        if (PresenceCheck.Problem(builder.Configuration) is { } presence)
            problems.Add(presence);
        problems.AddRange(BotIdentityCheck.Problems(builder.Configuration, builder.Environment.IsDevelopment()));
        if (!builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["Bot:HelpLines:en"]))
            problems.Add("Bot:HelpLines:en is not set. Give the help line that someone at risk is told, name and number.");

        if (problems.Count > 0)
            throw new StartRefusedException(problems);
    }
}

/// <summary>The host refuses to start.</summary>
internal sealed class StartRefusedException(IReadOnlyList<string> problems)
    : Exception("EmpathyBot does not start:" + string.Concat(problems.Select(problem => Environment.NewLine + "- " + problem)))
{
    /// <summary>What is missing, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
