using EmpathyBot.AgentDesk.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk;

/// <summary>Serves the desk's web app, which the build puts beside the binaries.</summary>
internal sealed class DeskClient : IDisposable
{
    private const string Assets = "assets/";

    /// <summary>Fluent UI writes its styles into the page; all else comes from here. Only our own pages may frame the desk, and Teams where the settings say so.</summary>
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private const string NotBuilt = "The desk's web app was not built. Build with Node 20 installed; the build says what is missing.";

    private readonly PhysicalFileProvider? files;
    private readonly FileExtensionContentTypeProvider types = new();
    private readonly string policy;

    /// <param name="folder">Where <c>index.html</c> lies; may be missing, then a plain page says so.</param>
    /// <param name="options">Whether Teams may show the desk.</param>
    public DeskClient(string folder, IOptions<DeskOptions> options)
    {
        files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;
        policy = options.Value.InTeams ? $"{Policy} {TeamsSignIn.Pages}" : Policy;
    }

    /// <summary>The file of this path, or the app itself for an address inside it.</summary>
    public IResult Find(HttpContext http, string? path)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (files is null)
            return Results.Text(NotBuilt, statusCode: StatusCodes.Status404NotFound);

        path ??= "";
        var file = files.GetFileInfo(path);
        if (path.Length > 0 && file is { Exists: true, IsDirectory: false, PhysicalPath: { } physical })
        {
            // The names of assets carry a hash of what is in them.
            headers.CacheControl = path.StartsWith(Assets, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
            return Results.File(physical, TypeOf(path), lastModified: file.LastModified);
        }

        if (path.StartsWith(Assets, StringComparison.Ordinal))
            return Results.NotFound();
        headers.CacheControl = "no-cache";
        var index = files.GetFileInfo("index.html");
        return index is { Exists: true, PhysicalPath: { } page }
            ? Results.File(page, "text/html; charset=utf-8", lastModified: index.LastModified)
            : Results.NotFound();
    }

    public void Dispose() => files?.Dispose();

    private string TypeOf(string path) => types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
}
