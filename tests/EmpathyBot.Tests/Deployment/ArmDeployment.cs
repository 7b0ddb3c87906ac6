using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

/// <summary>
/// A template with its parameters as Azure would read it before it deploys anything: all expressions evaluated, copies made,
/// nested deployments unfolded. What Azure would refuse, or would do in the wrong order, is listed.
/// </summary>
internal sealed class ArmDeployment
{
    private readonly ArmScope scope;
    private readonly JsonObject template;
    private readonly Dictionary<string, JsonNode?> parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> waitsFor = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Id, HashSet<string> Asked)> asks = [];

    private ArmDeployment(JsonObject template, ArmScope scope) => (this.template, this.scope) = (template, scope);

    /// <summary>Every resource that would be made, nested ones too.</summary>
    public List<JsonObject> Resources { get; } = [];

    /// <summary>Every template in it: the outer first.</summary>
    public List<JsonObject> Templates { get; } = [];

    /// <summary>What it puts out, as <c>{name: {type, value}}</c>.</summary>
    public JsonObject Outputs { get; } = [];

    public List<string> Problems { get; } = [];

    /// <summary>Reads a template for a resource group, or for a subscription when <paramref name="group"/> is null.</summary>
    public static ArmDeployment Read(JsonObject template, JsonObject values, string? group = "empathybot")
    {
        var deployment = new ArmDeployment(template, new ArmScope(group));
        deployment.Templates.Add(template);
        deployment.TakeParameters(values);
        foreach (var resource in Items(template["resources"]))
            deployment.Try(() => deployment.Add(resource));
        foreach (var (name, output) in Items(template["outputs"] as JsonObject))
            deployment.Try(() => deployment.Outputs[name] = deployment.Evaluate(output));
        deployment.CheckOrder();
        deployment.CheckUse("parameters");
        deployment.CheckUse("variables");
        return deployment;
    }

    public IEnumerable<JsonObject> Of(string type) =>
        Resources.Where(resource => string.Equals((string?)resource["type"], type, StringComparison.OrdinalIgnoreCase));

    private void TakeParameters(JsonObject values)
    {
        var declared = template["parameters"] as JsonObject ?? [];
        Problems.AddRange(values.Select(value => value.Key).Where(name => !declared.ContainsKey(name)).Select(name => $"There is no parameter {name}."));
        foreach (var (name, about) in declared)
        {
            if (!values.TryGetPropertyValue(name, out var value) && !about!.AsObject().ContainsKey("defaultValue"))
                Problems.Add($"The parameter {name} has no value.");
            List<string> problems = [.. ArmParameter.Problems(name, about!.AsObject(), value)];
            Problems.AddRange(problems);
            if (value is not null && problems.Count == 0)
                parameters[name] = value;
        }
    }

    private void Add(JsonObject resource)
    {
        if (resource["copy"] is JsonObject copy)
        {
            var count = (int)Evaluate(copy["count"])!;
            for (var index = 0; index < count; index++)
            {
                scope.CopyIndex = index;
                AddOne(resource);
            }

            scope.CopyIndex = null;
            return;
        }

        AddOne(resource);
    }

    private void AddOne(JsonObject resource)
    {
        scope.Referred.Clear();
        // The inside of a nested deployment has a scope of its own.
        var inner = resource["properties"]?["template"] as JsonObject;
        var evaluated = Evaluate(inner is null ? resource : Without(resource, "template"))!.AsObject();
        var (type, name) = ((string)evaluated["type"]!, (string)evaluated["name"]!);
        var id = scope.IdOf(type, name, (string?)evaluated["scope"]);
        if (!waitsFor.TryAdd(id, [.. (evaluated["dependsOn"] as JsonArray ?? []).Select(on => (string)on!)]))
            Problems.Add($"{id} is made twice.");
        asks.Add((id, [.. scope.Referred]));
        if (evaluated["condition"] is JsonValue condition && !(bool)condition)
            return;
        Resources.Add(evaluated);
        if (inner is not null)
            AddNested(name, evaluated, inner);
    }

    private void AddNested(string name, JsonObject deployment, JsonObject inner)
    {
        var properties = deployment["properties"]!;
        if ((string?)properties["expressionEvaluationOptions"]?["scope"] != "inner")
            Problems.Add($"The nested deployment {name} does not say that its expressions are its own.");
        JsonObject values = [];
        foreach (var (parameter, given) in Items(properties["parameters"] as JsonObject))
            values[parameter] = given!["value"]?.DeepClone();
        var group = (string?)deployment["resourceGroup"] ?? (string?)scope.Call("resourceGroup", [])!["name"];
        var nested = Read(inner, values, group);
        scope.Outputs[name] = nested.Outputs;
        Resources.AddRange(nested.Resources);
        Templates.AddRange(nested.Templates);
        Problems.AddRange(nested.Problems.Select(problem => $"{name}: {problem}"));
    }

    /// <summary>A copy with every expression in it, names of properties too, replaced by its value.</summary>
    private JsonNode? Evaluate(JsonNode? node) => node switch
    {
        JsonObject part => new JsonObject(part.Select(property => KeyValuePair.Create((string)Evaluate(JsonValue.Create(property.Key))!, Evaluate(property.Value)))),
        JsonArray part => new JsonArray([.. part.Select(Evaluate)]),
        JsonValue value when value.TryGetValue<string>(out var text) && ArmExpression.Is(text) => ArmExpression.Evaluate(text, Call)?.DeepClone(),
        _ => node?.DeepClone(),
    };

    private JsonNode? Call(string function, JsonNode?[] arguments)
    {
        if (!function.Equals("parameters", StringComparison.OrdinalIgnoreCase) && !function.Equals("variables", StringComparison.OrdinalIgnoreCase))
            return scope.Call(function, arguments);
        var name = (string)arguments[0]!;
        used.Add($"{function} {name}");
        if (function.Equals("parameters", StringComparison.OrdinalIgnoreCase) && parameters.TryGetValue(name, out var given))
            return given;
        if (template[function]?[name] is not { } found)
            throw new FormatException($"There is no {function}('{name}').");
        return function.Equals("variables", StringComparison.OrdinalIgnoreCase) ? Evaluate(found)
            : found["defaultValue"] is { } value ? Evaluate(value)
            : throw new FormatException($"{function}('{name}') has no value.");
    }

    /// <summary>What a resource asks of another must be there: Azure orders by dependsOn alone when a full id is asked.</summary>
    private void CheckOrder()
    {
        foreach (var (id, waits) in waitsFor)
            Problems.AddRange(waits.Where(on => !waitsFor.ContainsKey(on)).Select(on => $"{id} depends on {on}, which is not in the template."));
        foreach (var (id, asked) in asks)
            Problems.AddRange(asked.Where(on => waitsFor.ContainsKey(on) && !Before(id, []).Contains(on)).Select(on => $"{id} asks {on} and does not wait for it."));
    }

    private HashSet<string> Before(string id, HashSet<string> found)
    {
        foreach (var on in waitsFor.GetValueOrDefault(id) ?? [])
        {
            if (found.Add(on))
                Before(on, found);
        }

        return found;
    }

    private void CheckUse(string kind) =>
        Problems.AddRange(Items(template[kind] as JsonObject).Select(entry => entry.Key).Where(name => !used.Contains($"{kind} {name}")).Select(name => $"Nothing uses {kind}('{name}')."));

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (FormatException wrong)
        {
            Problems.Add(wrong.Message);
        }
    }

    private static JsonObject Without(JsonObject resource, string property)
    {
        var copy = resource.DeepClone().AsObject();
        copy["properties"]!.AsObject().Remove(property);
        return copy;
    }

    private static IEnumerable<JsonObject> Items(JsonNode? array) => array is JsonArray items ? items.Select(item => item!.AsObject()) : [];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Items(JsonObject? part) => part ?? [];
}
