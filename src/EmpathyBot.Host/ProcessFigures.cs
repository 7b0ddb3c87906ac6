namespace EmpathyBot.Host;

/// <summary>What this process has used so far, for measuring what a turn costs. Served in Development only.</summary>
internal static class ProcessFigures
{
    public static void MapProcessFigures(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet("/api/development/process", () => new
        {
            processId = Environment.ProcessId,
            // Not precise: precise figures stop all threads, and what is measured must not be changed by it.
            allocatedBytes = GC.GetTotalAllocatedBytes(),
            heapBytes = GC.GetTotalMemory(forceFullCollection: false),
            collections = GC.CollectionCount(0),
            fullCollections = GC.CollectionCount(2),
        }).ExcludeFromDescription();
    }
}
