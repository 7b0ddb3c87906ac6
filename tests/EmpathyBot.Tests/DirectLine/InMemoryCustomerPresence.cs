using System.Collections.Concurrent;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Tests.DirectLine;

/// <summary>Notes who came and left, in order; a test waits for the next note.</summary>
internal sealed class InMemoryCustomerPresence : ICustomerPresence
{
    private readonly SemaphoreSlim noted = new(0);

    public ConcurrentQueue<string> Notes { get; } = new();

    public Task ArrivedAsync(string conversationId, CancellationToken cancellationToken) => NoteAsync("arrived");

    public Task LeftAsync(string conversationId, CancellationToken cancellationToken) => NoteAsync("left");

    public Task<DateTimeOffset?> LeftAtAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task NextAsync() => Assert.True(await noted.WaitAsync(TimeSpan.FromSeconds(30)));

    private Task NoteAsync(string what)
    {
        Notes.Enqueue(what);
        noted.Release();
        return Task.CompletedTask;
    }
}
