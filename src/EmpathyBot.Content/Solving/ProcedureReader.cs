using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>Reads <c>solving/procedures/&lt;locale&gt;/*.yaml</c>.</summary>
internal sealed class ProcedureReader(Problems problems, IReadOnlyDictionary<string, Operation> operations, Wording wording)
{
    public Procedure? Read(ContentFile file, string locale, IReadOnlyDictionary<string, ContentFile> blocks)
    {
        if (YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return null;
        var title = map.Required("title");
        var examples = Examples.Read(map);
        var steps = new StepReader(problems, operations, blocks, wording).Read(map);
        map.Close();
        return title is { } named ? new(file.Id, locale, named.Text, examples, steps, Fingerprint(steps)) : null;
    }

    /// <summary>Changes with anything that a running conversation would notice.</summary>
    private static string Fingerprint(IReadOnlyList<ProcedureStep> steps)
    {
        var all = new StringBuilder();
        foreach (var step in steps)
        {
            var when = string.Join('&', step.When?.Tests ?? []);
            all.Append(step switch
            {
                AskStep ask => $"ask|{ask.Id}|{when}|{ask.Question}|{ask.Retry}|{ask.Kind}|{ask.SaveAs}|{ask.Fact}|{Joined(ask.Choices)}|{ask.Tries}",
                CallStep call => $"call|{call.Id}|{when}|{call.Operation}|{Joined(call.Arguments)}|{call.SaveAs}|{call.ProvesOwnership}",
                TellStep tell => $"tell|{tell.Id}|{when}|{tell.Text}|{tell.Promise}",
                _ => $"end|{step.Id}|{when}|{(step as EndStep)?.Outcome}",
            }).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())).AsSpan(0, 8));
    }

    private static string Joined<T>(IEnumerable<T> values) => string.Join('/', values);
}
