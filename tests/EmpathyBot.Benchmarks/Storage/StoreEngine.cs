using EmpathyBot.Benchmarks.Turns;

namespace EmpathyBot.Benchmarks.Storage;

/// <summary>What is stored in.</summary>
public enum StoreEngine
{
    Sqlite,
    PostgreSql,
}

/// <summary>The engines that can be measured here.</summary>
internal static class StoreEngines
{
    public static IReadOnlyList<StoreEngine> Here => BotInProcess.Postgres is null ? [StoreEngine.Sqlite] : [StoreEngine.Sqlite, StoreEngine.PostgreSql];
}
