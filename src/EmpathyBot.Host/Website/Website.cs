using EmpathyBot.DirectLine;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Host.Website;

/// <summary>The pages and scripts that customers' browsers get: the start page, the chat widget and Web Chat.</summary>
internal static class Website
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps <c>/</c> (the demo shop in Development, elsewhere a page that says what runs here), <c>/widget.js</c>,
    /// <c>/widget/*</c> and <c>/webchat.js</c>. The scripts may be used by pages of any origin: what they may do is decided
    /// where they ask for a token.
    /// </summary>
    /// <exception cref="InvalidOperationException">Web Chat is not beside the host.</exception>
    public static IEndpointRouteBuilder MapWebsite(this IEndpointRouteBuilder endpoints, IHostEnvironment environment)
    {
        var webRoot = endpoints.ServiceProvider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;

        // Where Azure keeps the conversations our pages must be let to speak with it.
        var chat = endpoints.ServiceProvider.GetRequiredService<IOptions<DirectLineOptions>>().Value.Azure is { Secret: not null } azure
            ? azure.Domain.GetLeftPart(UriPartial.Authority)
            : null;
        var (start, itsFiles) = environment.IsDevelopment() ? ("/index.html", "/shop/{**file}") : ("/running.html", "/running/{**file}");
        var page = Files(endpoints, webRoot, response => WebsiteHeaders.ForPage(response, chat));
        endpoints.MapMethods("/", Reading, context =>
        {
            context.Request.Path = start;
            return page(context);
        });
        endpoints.MapMethods(itsFiles, Reading, page);
        endpoints.MapMethods("/mark.svg", Reading, page);

        var widget = Files(endpoints, webRoot, WebsiteHeaders.ForWidget);
        endpoints.MapMethods("/widget.js", Reading, widget);
        endpoints.MapMethods("/widget/{**file}", Reading, widget);

        var webChat = Files(endpoints, WebChatFiles(), WebsiteHeaders.ForWebChat);
        endpoints.MapMethods("/webchat.js.LICENSE.txt", Reading, webChat);
        endpoints.MapMethods("/webchat.js", Reading, context =>
        {
            context.Request.Path += PrecompressedFile.SuffixFor(context.Request);
            return webChat(context);
        });

        return endpoints;
    }

    /// <summary>The framework's own way to send a file (ETag, conditions, ranges), behind a route and with our headers.</summary>
    private static RequestDelegate Files(IEndpointRouteBuilder endpoints, IFileProvider files, Action<StaticFileResponseContext> headers)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.Use(next => context =>
        {
            // The static files middleware leaves a request alone for which an endpoint was chosen.
            context.SetEndpoint(null);
            return next(context);
        });
        pipeline.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = PrecompressedFile.ContentTypes,
            OnPrepareResponse = headers,
        });
        return pipeline.Build();
    }

    private static PhysicalFileProvider WebChatFiles()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "webchat");
        return File.Exists(Path.Combine(folder, "webchat.js"))
            ? new PhysicalFileProvider(folder)
            : throw new InvalidOperationException($"Web Chat is missing: {folder} holds no webchat.js. Build the host again; the build fetches it.");
    }
}
