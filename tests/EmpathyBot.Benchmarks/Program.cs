using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using EmpathyBot.Benchmarks;
using EmpathyBot.Benchmarks.Storage;
using EmpathyBot.Benchmarks.Turns;

// Runs everything and keeps the tables; BenchmarkDotNet's own logs stay with the build output.
var results = new DirectoryInfo(Path.Combine("docs", "benchmarks"));
if (!results.Exists)
{
    Console.Error.WriteLine($"There is no folder {results}: run this in the repository's root.");
    return 2;
}

if (args is ["growth", .. var given])
    return await GrowthCommand.RunAsync(given, results);

var config = ManualConfig.Create(DefaultConfig.Instance)
    .WithArtifactsPath(Path.GetFullPath(Path.Combine("artifacts", "benchmarks")))
    // It builds everything anew, by one process; on a busy machine two minutes, the usual limit, are too few.
    .WithBuildTimeout(TimeSpan.FromMinutes(15))
    // The same code is analysed by the ordinary build, and the desk's client is not measured.
    .AddJob(Job.Default.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false"), new MsBuildArgument("/p:BuildDeskClient=false")]).AsMutator());
(Type Benchmarks, string File)[] tables =
[
    (typeof(ReadingBenchmarks), "reading"), (typeof(EachMessageBenchmarks), "each-message"), (typeof(StartUpBenchmarks), "start-up"),
    (typeof(TurnBenchmarks), "turn"), (typeof(StoreBenchmarks), "store"),
];

// A part of it (--filter *Turn*, --job short) is for trying: only the whole writes tables.
if (args.Length > 0)
{
    var tried = BenchmarkSwitcher.FromTypes([.. tables.Select(table => table.Benchmarks)]).Run(args, config);
    return tried.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
}

var failed = false;
foreach (var (summary, (_, file)) in BenchmarkRunner.Run([.. tables.Select(table => table.Benchmarks)], config).Zip(tables))
{
    if (summary.HasCriticalValidationErrors || summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success))
    {
        failed = true;
        continue;
    }

    using var page = new StreamLogger(Path.Combine(results.FullName, file + ".md"));
    MarkdownExporter.GitHub.ExportToLog(summary, page);
}

return failed ? 1 : 0;
