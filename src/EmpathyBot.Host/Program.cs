using EmpathyBot.AgentDesk;
using EmpathyBot.BackOffice;
using EmpathyBot.Bot;
using EmpathyBot.Content;
using EmpathyBot.Detection;
using EmpathyBot.DirectLine;
using EmpathyBot.Host;
using EmpathyBot.Host.Commands;
using EmpathyBot.Host.DemoShop;
using EmpathyBot.Host.Telemetry;
using EmpathyBot.Host.Website;
using EmpathyBot.Storage;

try
{
    if (DeskCommands.Are(args))
        return await DeskCommands.RunAsync(args, CommandStreams.OfConsole());

    var builder = WebApplication.CreateBuilder(args);
    var settings = builder.Configuration;
    StartChecks.Refuse(builder);
    builder.ListenByConvention();

    builder.Services.AddStorage(options => options.From(settings, builder.Environment));
    builder.Services.AddContent(options => options.From(settings, builder.Environment), ahead: true);
    builder.Services.AddDetection();
    builder.Services.AddLanguageService(settings.GetSection("Language").Bind);
    builder.Services.AddBackOffice(settings.GetSection("BackOffice").Bind);
    builder.Services.AddBot(settings.GetSection("Bot").Bind, settings.GetSection("Handoffs").Bind, settings.GetSection("TeamsDesk").Bind);
    builder.Services.AddDirectLine(settings.GetSection("DirectLine").Bind);
    builder.Services.AddAgentDesk(settings.GetSection("Desk").Bind);
    builder.Services.AddDemoShop(builder.Environment, settings);
    builder.Services.AddOpenApi();
    builder.Services.AddTelemetry(settings.GetSection("Telemetry").Bind);

    var app = builder.Build();
    app.UseStorageOutage();
    app.UseWebSockets();
    app.MapBot();
    app.MapDirectLine();
    app.MapAgentDesk();
    app.MapDemoShop();
    app.MapWebsite(app.Environment);
    app.MapOpenApi();
    app.MapHealth();
    app.MapProcessFigures();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.Describe(failure) is { } sentences)
{
    await Console.Error.WriteLineAsync(sentences);
    return 1;
}
