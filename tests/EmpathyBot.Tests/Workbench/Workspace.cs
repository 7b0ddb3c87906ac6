using EmpathyBot.Workbench;

namespace EmpathyBot.Tests.Workbench;

/// <summary>A folder of its own in which commands are run.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench");

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public bool Has(string name) => File.Exists(Path(name));

    public string Read(string name) => File.ReadAllText(Path(name));

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await WorkbenchCommands.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
