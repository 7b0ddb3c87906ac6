using System.Security.Cryptography;
using System.Text;
using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Content.Solving;

/// <summary>What the procedures of one language may use.</summary>
internal sealed record ProcedureParts(
    IReadOnlyDictionary<string, Operation> Operations, AmendsRules Amends,
    IReadOnlyDictionary<string, ContentFile> Blocks, IReadOnlyDictionary<string, ContentFile> Cards, Wording Wording,
    ExampleOverlaps Overlaps, StepReach Reach);

/// <summary>Reads <c>solving/procedures/&lt;locale&gt;/*.yaml</c>.</summary>
internal sealed class ProcedureReader(Problems problems, ProcedureParts parts)
{
    public Procedure? Read(ContentFile file, string locale)
    {
        var before = problems.Count;
        if (YamlFile.Read(file.Name, file.Text, problems) is not { } map)
            return null;
        var title = map.Required("title");
        var examples = Examples.Read(map, parts.Overlaps);
        var reader = new StepReader(problems, parts);
        var steps = reader.Read(map);
        var weight = Examples.ReadWeight(map);
        map.Close();
        // What a mistake leaves out would make others look unreached.
        if (problems.Count == before)
            parts.Reach.Add(steps, reader.Places);
        return title is { } named ? new(file.Id, locale, named.Text, examples, steps, Fingerprint(steps)) { Weight = weight } : null;
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
                AskStep ask => $"ask|{ask.Id}|{when}|{ask.Question}|{ask.Retry}|{ask.Kind}|{ask.SaveAs}|{ask.Fact}|{Joined(ask.Choices)}|{ask.Tries}|{ask.MayLack}",
                CallStep call => $"call|{call.Id}|{when}|{call.Operation}|{Joined(call.Arguments)}|{call.SaveAs}|{call.ProvesOwnership}",
                TellStep tell => $"tell|{tell.Id}|{when}|{tell.Text}|{tell.Promise}|{tell.Card}|{tell.Settles}",
                AmendsStep amends => $"amends|{amends.Id}|{when}|{amends.Failure}|{amends.Extent}|{amends.SaveAs}|{Joined(amends.Rules)}",
                _ => $"end|{step.Id}|{when}|{(step as EndStep)?.Outcome}",
            }).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())).AsSpan(0, 8));
    }

    private static string Joined<T>(IEnumerable<T> values) => string.Join('/', values);
}
