using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content;

/// <summary>Content that is being loaded before anybody asks for it: loading takes longest of all that a start does.</summary>
/// <param name="options">What is loaded.</param>
internal sealed class ContentAhead(ContentOptions options)
{
    private readonly Task<IContent> _loading = Task.Run(() => ContentLoader.Load(options.Path, options.Locale));

    /// <summary>The content, waited for; null when other content is wanted.</summary>
    /// <exception cref="ContentException">Something must be mended; all of it is listed.</exception>
    public IContent? Of(ContentOptions wanted) =>
        wanted.Path == options.Path && wanted.Locale == options.Locale ? _loading.GetAwaiter().GetResult() : null;
}
