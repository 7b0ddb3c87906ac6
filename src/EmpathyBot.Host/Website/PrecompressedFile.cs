using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace EmpathyBot.Host.Website;

/// <summary>A script that the build compressed beforehand: <c>webchat.js</c> with <c>.br</c> and <c>.gz</c> beside it.</summary>
internal static class PrecompressedFile
{
    // In the order in which we would rather send them.
    private static readonly (string Encoding, string Suffix)[] Forms = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>The types of the files we serve; compressed or not, a script is a script.</summary>
    public static FileExtensionContentTypeProvider ContentTypes { get; } = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".br"] = "text/javascript; charset=utf-8",
        [".gz"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    });

    /// <summary>What to add to the file's name for this browser; nothing where it takes no compressed form.</summary>
    public static string SuffixFor(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            return "";
        }

        var taken = accepted.Where(form => form.Quality is not 0).Select(form => form.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Forms.FirstOrDefault(form => taken.Contains(form.Encoding)).Suffix ?? "";
    }

    /// <summary>The encoding a file is in, by its name.</summary>
    public static string? EncodingOf(string name) => Forms.FirstOrDefault(form => name.EndsWith(form.Suffix, StringComparison.Ordinal)).Encoding;
}
