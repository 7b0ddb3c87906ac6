using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

/// <summary>What the functions of an expression give where a template is deployed: ids as Azure writes them, and made-up answers of resources that exist.</summary>
internal sealed class ArmScope(string? group)
{
    public const string Tenant = "22222222-2222-2222-2222-222222222222";
    public const string ClientId = "33333333-3333-3333-3333-333333333333";

    private const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";

    /// <summary>The ids that <c>reference</c> was asked for since this was last emptied.</summary>
    public HashSet<string> Referred { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int? CopyIndex { get; set; }

    /// <summary>What nested deployments put out, by their name.</summary>
    public Dictionary<string, JsonObject> Outputs { get; } = new(StringComparer.OrdinalIgnoreCase);

    private string Group => group ?? throw new FormatException("There is no resource group where a template is deployed to a subscription.");

    public JsonNode? Call(string function, JsonNode?[] arguments) => function.ToUpperInvariant() switch
    {
        "CONCAT" => arguments[0] is JsonArray
            ? new JsonArray([.. arguments.SelectMany(part => part!.AsArray()).Select(item => item?.DeepClone())])
            : string.Concat(arguments.Select(Text)),
        "IF" => arguments[(bool)arguments[0]! ? 1 : 2],
        "NOT" => !(bool)arguments[0]!,
        "EMPTY" => arguments[0] is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || (arguments[0] is JsonValue value && Text(value).Length == 0),
        "LENGTH" => arguments[0] is JsonArray array ? array.Count : Text(arguments[0]).Length,
        "SPLIT" => new JsonArray([.. Text(arguments[0]).Split(Text(arguments[1])).Select(part => JsonValue.Create(part))]),
        "REPLACE" => Text(arguments[0]).Replace(Text(arguments[1]), Text(arguments[2]), StringComparison.Ordinal),
        "STRING" => Text(arguments[0]),
        "GUID" => new Guid(Hash(arguments)[..16]).ToString(),
        "UNIQUESTRING" => Convert.ToHexStringLower(Hash(arguments))[..13],
        "COPYINDEX" => CopyIndex ?? throw new FormatException("copyIndex() stands outside of a copy."),
        "SUBSCRIPTION" => new JsonObject { ["id"] = Subscription, ["tenantId"] = Tenant },
        "RESOURCEGROUP" => new JsonObject { ["id"] = $"{Subscription}/resourceGroups/{Group}", ["name"] = Group, ["location"] = "westeurope" },
        "RESOURCEID" => ResourceId([.. arguments.Select(Text)]),
        "SUBSCRIPTIONRESOURCEID" => $"{Subscription}/providers/{Path(Text(arguments[0]), [.. arguments.Skip(1).Select(Text)])}",
        "EXTENSIONRESOURCEID" => $"{Text(arguments[0])}/providers/{Path(Text(arguments[1]), [.. arguments.Skip(2).Select(Text)])}",
        "REFERENCE" => Reference(Text(arguments[0]), arguments.Length > 1 ? Text(arguments[1]) : ""),
        _ => throw new FormatException($"{function}() is no function that is known here."),
    };

    /// <summary>The id of a resource of this deployment.</summary>
    public string IdOf(string type, string name, string? scope) => scope is not null
        ? $"{scope}/providers/{Path(type, name.Split('/'))}"
        : type.Equals("Microsoft.Resources/resourceGroups", StringComparison.OrdinalIgnoreCase)
            ? $"{Subscription}/resourceGroups/{name}"
            : $"{Subscription}{(group is null ? "" : $"/resourceGroups/{group}")}/providers/{Path(type, name.Split('/'))}";

    private string ResourceId(string[] arguments)
    {
        // A group may be named before the type.
        var (of, rest) = arguments[0].Contains('/', StringComparison.Ordinal) ? (group, arguments) : (arguments[0], arguments[1..]);
        if (rest[0].Equals("Microsoft.Resources/resourceGroups", StringComparison.OrdinalIgnoreCase))
            return $"{Subscription}/resourceGroups/{rest[1]}";
        return $"{Subscription}{(of is null ? "" : $"/resourceGroups/{of}")}/providers/{Path(rest[0], rest[1..])}";
    }

    private static string Path(string type, string[] names)
    {
        var types = type.Split('/');
        return types.Length == names.Length + 1
            ? types[0] + string.Concat(types.Skip(1).Zip(names, (kind, name) => $"/{kind}/{name}"))
            : throw new FormatException($"{type} has {types.Length - 1} names and {names.Length} were given: {string.Join(", ", names)}.");
    }

    private JsonObject Reference(string id, string apiVersion)
    {
        if (Outputs.TryGetValue(id, out var outputs))
            return new() { ["outputs"] = outputs.DeepClone() };
        if (apiVersion.Length == 0)
            throw new FormatException($"reference({id}) names no API version.");
        Referred.Add(id);
        var type = id.Split("/providers/")[^1];
        return type.Split('/')[..2] switch
        {
            ["Microsoft.ManagedIdentity", "userAssignedIdentities"] => new() { ["clientId"] = ClientId, ["principalId"] = "44444444-4444-4444-4444-444444444444" },
            ["Microsoft.DBforPostgreSQL", "flexibleServers"] => new() { ["fullyQualifiedDomainName"] = $"{id.Split('/')[^1]}.postgres.database.azure.com" },
            ["Microsoft.Insights", "components"] => new() { ["ConnectionString"] = "InstrumentationKey=55555555-5555-5555-5555-555555555555" },
            ["Microsoft.Web", "sites"] => new() { ["defaultHostName"] = $"{id.Split('/')[^1]}.azurewebsites.net", ["possibleOutboundIpAddresses"] = "203.0.113.7,203.0.113.8" },
            _ => throw new FormatException($"What reference({type}) gives is not known here."),
        };
    }

    private static byte[] Hash(JsonNode?[] arguments) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', arguments.Select(Text))));

    private static string Text(JsonNode? value) => value is JsonValue plain ? Convert.ToString(plain.GetValue<object>(), CultureInfo.InvariantCulture)! : value?.ToJsonString() ?? "";
}
