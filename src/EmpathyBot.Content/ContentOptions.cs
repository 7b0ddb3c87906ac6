using System.ComponentModel.DataAnnotations;

namespace EmpathyBot.Content;

/// <summary>Where the words and flows come from.</summary>
public sealed class ContentOptions
{
    /// <summary>Folder of the content. Another folder is another company's words; relative paths start at the working directory.</summary>
    /// <value>Default <c>dialogs</c>.</value>
    [Required]
    public string Path { get; set; } = "dialogs";

    /// <summary>ISO 639-1 code of the language used where a customer's own is not there. It must be complete, or the start stops.</summary>
    /// <value>Default <c>en</c>.</value>
    [Required, RegularExpression("^[a-z]{2}$", ErrorMessage = "Locale must be a two-letter language code such as en.")]
    public string Locale { get; set; } = "en";

    /// <summary>True reloads content when a file changes. With false an edit needs a restart.</summary>
    /// <value>Default true.</value>
    public bool Watch { get; set; } = true;
}
