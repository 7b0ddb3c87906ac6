using EmpathyBot.Content;
using EmpathyBot.Storage;

namespace EmpathyBot.Host;

/// <summary>Where settings meet this host: paths are made absolute here, so that rings need not know where they run.</summary>
internal static class HostSettings
{
    /// <summary>Where bot developers expect a bot; any address set in the usual ways wins.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    public static void ListenByConvention(this WebApplicationBuilder builder)
    {
        string[] settings = ["urls", "http_ports", "https_ports"];
        if (settings.All(name => string.IsNullOrEmpty(builder.Configuration[name])))
            builder.WebHost.UseUrls(DefaultUrl);
    }

    public static string StoragePath(IConfiguration settings, IHostEnvironment environment) =>
        Path.GetFullPath(settings["Storage:Path"] is { Length: > 0 } path ? path : new StorageOptions().Path, environment.ContentRootPath);

    public static void From(this StorageOptions options, IConfiguration settings, IHostEnvironment environment)
    {
        settings.GetSection("Storage").Bind(options);
        options.Path = StoragePath(settings, environment);
    }

    public static void From(this ContentOptions options, IConfiguration settings, IHostEnvironment environment)
    {
        settings.GetSection("Content").Bind(options);
        options.Path = settings["Content:Path"] is { Length: > 0 } path
            ? Path.GetFullPath(path, environment.ContentRootPath)
            : DefaultContent(environment);
    }

    // In Development the repository's own folder, found upward, so that an edit is seen at once; else what was published.
    private static string DefaultContent(IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
        {
            for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "EmpathyBot.sln")))
                    return Path.Combine(folder.FullName, "dialogs");
            }
        }

        return Path.Combine(AppContext.BaseDirectory, "dialogs");
    }
}
