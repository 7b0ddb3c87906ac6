namespace EmpathyBot.Detection.LocalModel;

/// <summary>A model file cannot be used. The message is a plain sentence that says what to do.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>A file that cannot be used.</summary>
    /// <param name="file">Which one.</param>
    /// <param name="because">What is the matter with it, as a half sentence: "is cut short".</param>
    public ModelFileException(string file, string because)
        : base($"The emotion model {file} {because}. Put back the one that belongs to this version, or make it anew with 'dotnet run --project src/EmpathyBot.Workbench -- train'.") =>
        File = file;

    /// <summary>The file that cannot be used.</summary>
    public string File { get; }
}
