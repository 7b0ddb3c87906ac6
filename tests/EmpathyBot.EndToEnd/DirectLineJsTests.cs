using System.Diagnostics;

namespace EmpathyBot.EndToEnd;

/// <summary>Microsoft's own Direct Line client, in node, against the real host.</summary>
public sealed class DirectLineJsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string Folder = Path.Combine(HostProcess.RepositoryRoot(), "tests", "DirectLineJs");

    [Fact]
    public async Task The_real_client_is_welcomed_answered_and_misses_nothing_over_web_socket_and_polling()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            await RunAsync("npm", "ci");
        await using var host = await HostProcess.StartAsync();

        var told = await RunAsync("node", "roundtrip.cjs", host.Url.ToString());

        Assert.Equal(6, told.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    /// <summary>Runs a program to its end and gives what it told; one that fails fails the test with its own words.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var told = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complained = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{await told}{await complained}");
            return await told;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
