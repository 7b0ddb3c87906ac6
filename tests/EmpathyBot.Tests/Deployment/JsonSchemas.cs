using System.Diagnostics;
using System.Text.Json.Nodes;
using EmpathyBot.Tests.Conventions;

namespace EmpathyBot.Tests.Deployment;

/// <summary>Microsoft's JSON schemas, asked through node, since no schema library for draft-04 restores as a package of ours.</summary>
internal static class JsonSchemas
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "JsonSchemas");

    // Once for all tests of this run, whichever comes first.
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>What is wrong with each item, in sentences; what an item is, validate.mjs says.</summary>
    public static async Task<IReadOnlyList<string[]>> CheckAsync(params IEnumerable<JsonObject> items)
    {
        await Installed.Value;
        var answer = await RunAsync("node", ["validate.mjs"], new JsonArray([.. items]).ToJsonString());
        return [.. JsonNode.Parse(answer)!.AsArray().Select(told => told!.AsArray().Select(sentence => (string)sentence!).ToArray())];
    }

    private static async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], "");
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{await output}{await errors}");
        return await output;
    }
}
