using Microsoft.Extensions.Logging;

namespace EmpathyBot.Content;

/// <summary>All log messages of <see cref="ContentSource"/>. Event ids 4100–4109.</summary>
internal static partial class ContentSourceLog
{
    [LoggerMessage(4100, LogLevel.Information, "Content of {Path} is in force, languages: {Locales}.")]
    public static partial void Loaded(ILogger logger, string path, string locales);

    [LoggerMessage(4101, LogLevel.Information, "Content changed and is in force.")]
    public static partial void Reloaded(ILogger logger);

    [LoggerMessage(4102, LogLevel.Error, "Content: {Error}")]
    public static partial void Broken(ILogger logger, string error);

    [LoggerMessage(4103, LogLevel.Error, "The changed content has errors ({Count}) and was not taken: the old content stays in force.")]
    public static partial void Kept(ILogger logger, int count);

    [LoggerMessage(4104, LogLevel.Warning, "The changed content could not be read; the old stays in force until the next change.")]
    public static partial void Unreadable(ILogger logger, Exception failure);

    [LoggerMessage(4105, LogLevel.Warning, "Changes in {Path} cannot be watched: edited content needs a restart.")]
    public static partial void NotWatching(ILogger logger, string path, Exception failure);
}
