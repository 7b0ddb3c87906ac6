using EmpathyBot.Content;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Content;

/// <summary>A small folder of good content in a temporary place, to be broken by a test. Gone when disposed.</summary>
internal sealed class ContentFolder : IDisposable
{
    public const string Acknowledgements = "acknowledgements/en.yaml";
    public const string ArticleFile = "solving/articles/en/returns.md";
    public const string ProcedureFile = "solving/procedures/en/order-status.yaml";
    public const string Block = "solving/blocks/en/find-order.yaml";
    public const string Requests = "solving/requests/en.yaml";
    public const string Messages = "solving/messages/en.yaml";
    public const string Handoffs = "handoffs/en.yaml";
    public const string AgentPhrases = "handoffs/agent-phrases.en.yaml";
    public const string Matching = "solving/matching/en.yaml";
    public const string Naming = "acknowledgements/naming/en.yaml";
    public const string Language = "language/en.yaml";
    public const string Operations = "solving/operations.yaml";

    public ContentFolder()
    {
        Write(Acknowledgements, """
            apologise:
              - id: sorry-thing
                names: [thing]
                text: Sorry for the trouble with {{thing}}.
            """);
        Write(AgentPhrases, """
            anger:
              - id: anger-first
                text: This is with me now.
            """);
        Write(ArticleFile, """
            ---
            title: returns
            examples:
              - how do I return something
              - send it back
            ---
            You have 30 days.
            """);
        Write(ProcedureFile, """
            title: the status of an order
            examples:
              - where is my order
              - track my parcel
            steps:
              - use: find-order
              - id: tell
                when: order.status == late
                tell: "{{order.number}} is late."
              - id: end
                end: solved
            """);
        Write(Block, """
            steps:
              - id: number
                ask: What is your order number?
                kind: orderNumber
                save: order_number
                retry: It has five digits.
              - id: find
                call: find_order
                with: { order_number: "{{order_number}}" }
                save: order
            """);
        Write(Operations, """
            find_order:
              does: Finds an order.
              arguments: [order_number]
              gives:
                number: text
                status: [shipped, late]
            """);
        Write(Requests, string.Join('\n', Enum.GetNames<CustomerRequest>().Skip(1)
            .Select(name => $"{char.ToLowerInvariant(name[0])}{name[1..]}:\n  whole: [say {name.ToLowerInvariant()}]")) + """

            feedback:
              1: poor
              2: so so
              3: all right
              4: good
              5: [very good, five stars]
              appraises: quick answer
            """);
        Write(Language, """
            samples:
              thing: the blue linen jacket
              span: nearly three weeks
              count: the third time
              mishap: your order arrived broken
            banned:
              - why: nobody believes it
                wordings:
                  - any inconvenience
                  - calm down
                  - your call is important
            """);
        Write(Naming, """
            things:
              goods: jacket, jackets
              ours: jacket = our
            determiners:
              mine: my
              said: your
            times:
              said: "*"
              said_since: since *
              units:
                week: { words: "week, weeks", one: one week, many: weeks }
            counts:
              said: the * time
            """);
        Write(Messages, string.Join('\n', ContentMessages.Required.Keys.Select(key => $"{key}: the text of {key}")));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("content").FullName;

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public ContentFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ContentFolder Replace(string file, string old, string with)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public ContentFolder Append(string file, string text) => Write(file, Read(file) + "\n" + text);

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public IContent Load() => ContentLoader.Load(Path, "en");

    /// <summary>The only error of this content, as it is shown.</summary>
    public string TheError() => Assert.Single(Assert.Throws<ContentException>(Load).Errors).ToString();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
