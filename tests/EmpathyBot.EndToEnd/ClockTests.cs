using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace EmpathyBot.EndToEnd;

/// <summary>Nodes whose machines do not agree on what time it is.</summary>
/// <param name="output">Is told when this machine cannot play it.</param>
[Trait("Needs", "PostgreSql")]
public sealed class ClockTests(ITestOutputHelper output)
{
    /// <summary>Loaded before the C library: the wall clock of one process, and of no other, goes ahead.</summary>
    private const string Shim =
        """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <time.h>
        int clock_gettime(clockid_t clock, struct timespec *now) {
          static int (*real)(clockid_t, struct timespec *);
          if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
          int result = real(clock, now);
          const char *ahead = getenv("CLOCK_AHEAD_SECONDS");
          if (result == 0 && ahead && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += atol(ahead);
          return result;
        }
        """;

    [Theory]
    [InlineData(7 * 60)]
    [InlineData(-7 * 60)]
    public async Task With_clocks_minutes_apart_tokens_hold_order_holds_and_a_killed_nodes_turns_are_answered_once(int secondsAhead)
    {
        using var shim = await ClockShim.MakeAsync();
        if (shim is null)
        {
            output.WriteLine("LEFT OUT: to set the clock of one process a C compiler (cc) is needed, on Linux, and none was found.");
            return;
        }

        const int Customers = 8;
        await using var fleet = await Fleet.StartAsync(2, new() { SettingsOf = number => number == 1 ? shim.Ahead(secondsAhead) : [] });
        var (right, wrong) = (fleet.Nodes[0], fleet.Nodes[1]);
        Assert.Contains(wrong.Log, line => line.Contains("clock is", StringComparison.Ordinal));
        Assert.DoesNotContain(right.Log, line => line.Contains("clock is", StringComparison.Ordinal));

        // A token of either is taken by the other, and each answers what the other took in.
        var customers = await Task.WhenAll(Enumerable.Range(0, Customers).Select(number => Customer.JoinAsync(fleet.Nodes[number % 2].Http)));
        var first = await Task.WhenAll(customers.Select((customer, number) => customer.At(fleet.Nodes[(number + 1) % 2].Http).SayAsync("what does shipping cost?")));
        foreach (var (customer, turn) in customers.Zip(first))
            await customer.AnswerToAsync(turn);

        // Neither takes the other for dead before it is, nor for alive once it is.
        var posts = customers.Select(customer => customer.At(wrong.Http).SayAsync("and how long does it take?")).ToList();
        var second = await Task.WhenAll(posts);
        await wrong.KillAsync();

        foreach (var (customer, index) in customers.Select((customer, index) => (customer.At(right.Http), index)))
        {
            await CustomerAtNodes.ExpectOneAnswerEachAsync(customer, [first[index], second[index]]);
            var times = (await customer.ReadAsync()).Select(activity => DateTimeOffset.Parse((string)activity["timestamp"]!, CultureInfo.InvariantCulture)).ToList();
            Assert.All(times, time => Assert.InRange((time - DateTimeOffset.UtcNow).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(3)));
        }
    }

    private sealed class ClockShim : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("empathybot-clock-").FullName;

        private string Library => Path.Combine(folder, "clock.so");

        /// <returns>Null where it cannot be made.</returns>
        public static async Task<ClockShim?> MakeAsync()
        {
            var shim = new ClockShim();
            if (OperatingSystem.IsLinux() && await shim.TryCompileAsync())
                return shim;
            shim.Dispose();
            return null;
        }

        /// <summary>Settings of a process whose clock is to be ahead.</summary>
        public (string, string)[] Ahead(int seconds) => [("LD_PRELOAD", Library), ("CLOCK_AHEAD_SECONDS", seconds.ToString(CultureInfo.InvariantCulture))];

        public void Dispose() => Directory.Delete(folder, recursive: true);

        private async Task<bool> TryCompileAsync()
        {
            var source = Path.Combine(folder, "clock.c");
            await File.WriteAllTextAsync(source, Shim);
            try
            {
                using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", Library, source, "-ldl"]);
                await compiler.WaitForExitAsync();
                return compiler.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program.
                return false;
            }
        }
    }
}
