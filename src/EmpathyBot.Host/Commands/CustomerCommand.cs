using System.CommandLine;
using EmpathyBot.AgentDesk.Customers;
using EmpathyBot.Domain.Audit;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using DirectLineCustomer = EmpathyBot.DirectLine.Tokens.ShopCustomer;

namespace EmpathyBot.Host.Commands;

/// <summary><c>customer export</c> and <c>customer erase</c>: what a customer may ask for.</summary>
internal static class CustomerCommand
{
    public static Command Create(IServiceProvider services, CommandStreams streams) => new("customer", "What is kept of one customer.")
    {
        Export(services, streams),
        Erase(services, streams),
    };

    private static Command Export(IServiceProvider services, CommandStreams streams)
    {
        var who = new WhoOptions();
        var file = new Option<FileInfo?>("--out") { Description = "Writes the file here instead of to standard output" };
        var command = new Command("export", "Writes all that is kept of a customer as JSON.") { who.Conversation, who.Channel, who.User, who.ShopCustomer, file };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await who.FindAsync(parsed, services, streams, cancel) is not { } customer)
                return 1;
            var record = await services.GetRequiredService<ICustomerRecords>().ReadAsync(customer, cancel);
            if (record.IsEmpty)
                return await NothingAsync(streams);

            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var entry = AuditedBy.CommandLine.Entry(now, AuditActs.Exported) with { Detail = "customer", ConversationId = record.Conversations.Count > 0 ? record.Conversations[0].Id : null };
            await services.GetRequiredService<IAuditLog>().AppendAsync(entry, cancel);
            if (parsed.GetValue(file) is { } target)
            {
                await using var stream = target.Create();
                await CustomerFile.WriteAsync(stream, record, now, cancel);
            }
            else
            {
                await CustomerFile.WriteAsync(streams.Output, record, now, cancel);
            }

            await streams.Errors.WriteLineAsync($"{record.Conversations.Count} conversations, memory: {(record.Memory is null ? "none" : "yes")}.");
            return 0;
        });
        return command;
    }

    private static Command Erase(IServiceProvider services, CommandStreams streams)
    {
        var who = new WhoOptions();
        var sure = new Option<bool>("--yes") { Description = "Really: it cannot be undone" };
        var command = new Command("erase", "Erases all that is kept of a customer; it cannot be undone.") { who.Conversation, who.Channel, who.User, who.ShopCustomer, sure };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await who.FindAsync(parsed, services, streams, cancel) is not { } customer)
                return 1;
            var records = services.GetRequiredService<ICustomerRecords>();
            if (!parsed.GetValue(sure))
            {
                var kept = await records.ReadAsync(customer, cancel);
                await streams.Errors.WriteLineAsync($"{kept.Conversations.Count} conversations would be erased. Say --yes to erase them; it cannot be undone.");
                return 1;
            }

            var entry = AuditedBy.CommandLine.Entry(services.GetRequiredService<TimeProvider>().GetUtcNow(), AuditActs.CustomerErased);
            var erased = await records.EraseAsync(customer, entry with { ConversationId = parsed.GetValue(who.Conversation) }, CancellationToken.None);
            await streams.Errors.WriteLineAsync($"{erased.Conversations} conversations erased, memory: {(erased.Memory ? "erased" : "none")}.");
            if (erased.Finished)
                return 0;
            await streams.Errors.WriteLineAsync("The storage was too busy to overwrite where they stood. Run the same command again.");
            return 1;
        });
        return command;
    }

    private static async Task<int> NothingAsync(CommandStreams streams)
    {
        await streams.Errors.WriteLineAsync("Nothing is kept of this customer.");
        return 1;
    }

    /// <summary>How a customer is named.</summary>
    private sealed class WhoOptions
    {
        public Option<string?> Conversation { get; } = new("--conversation") { Description = "A conversation of theirs" };

        public Option<string?> Channel { get; } = new("--channel") { Description = "Their channel, such as directline or msteams; with --user" };

        public Option<string?> User { get; } = new("--user") { Description = "Their id on the channel" };

        public Option<string?> ShopCustomer { get; } = new("--shop-customer") { Description = "The shop's own id of a customer who is signed in there" };

        public async Task<CustomerKey?> FindAsync(ParseResult parsed, IServiceProvider services, CommandStreams streams, CancellationToken cancel)
        {
            var (conversation, channel, user, shop) = (parsed.GetValue(Conversation), parsed.GetValue(Channel), parsed.GetValue(User), parsed.GetValue(ShopCustomer));
            if (new[] { conversation, channel is null || user is null ? null : user, shop }.Count(name => !string.IsNullOrEmpty(name)) != 1)
            {
                await streams.Errors.WriteLineAsync("Name the customer in one way: --conversation ID, or --channel NAME --user ID, or --shop-customer ID.");
                return null;
            }

            if (!string.IsNullOrEmpty(shop))
                return new("directline", await ShopCustomerId(services, shop, cancel));
            if (string.IsNullOrEmpty(conversation))
                return new(channel!, user!);
            var whose = await services.GetRequiredService<ICustomerRecords>().WhoseAsync(conversation, cancel);
            if (whose is null)
                await NothingAsync(streams);
            return whose;
        }

        private static Task<string> ShopCustomerId(IServiceProvider services, string shop, CancellationToken cancel) =>
            DirectLineCustomer.UserIdAsync(services.GetRequiredService<ISecretStore>(), shop, cancel);
    }
}
