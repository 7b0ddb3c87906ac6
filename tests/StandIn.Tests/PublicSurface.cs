using System.Reflection;
using System.Text;

namespace StandIn.Tests;

/// <summary>Writes down everything that an assembly shows to others, one line a member.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetTypes().Where(IsShown).OrderBy(NameOf, StringComparer.Ordinal))
        {
            text.Append(Describe(type)).Append('\n');
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsShown(Type type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsShown(type.DeclaringType!) : type.IsPublic;

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Describe(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = new[] { type.BaseType }
            .Where(candidate => candidate != null && candidate != typeof(object) && candidate != typeof(Enum) && candidate != typeof(MulticastDelegate))
            .Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []))
            .Where(candidate => candidate!.IsVisible)
            .Select(candidate => NameOf(candidate!))
            .ToList();
        return $"{kind} {NameOf(type)}{(bases.Count == 0 || type.IsEnum ? string.Empty : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> MembersOf(Type type)
    {
        foreach (var constructor in type.GetConstructors(Declared).Where(IsShown))
        {
            yield return $"{AccessOf(constructor)}.ctor({ParametersOf(constructor)})";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = new[] { (Word: "get", Method: property.GetMethod), (Word: "set", Method: property.SetMethod) }
                .Where(accessor => accessor.Method != null && IsShown(accessor.Method))
                .ToList();
            if (accessors.Count > 0)
            {
                yield return $"{AccessOf(accessors[0].Method!)}{NameOf(property.PropertyType)} {property.Name} {{ {string.Join(" ", accessors.Select(accessor => accessor.Word))} }}";
            }
        }

        foreach (var field in type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
        {
            var value = field.IsLiteral ? $" = {field.GetRawConstantValue()}" : string.Empty;
            yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty)}{NameOf(field.FieldType)} {field.Name}{value}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))))
        {
            var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : string.Empty;
            yield return $"{AccessOf(method)}{NameOf(method.ReturnType)} {method.Name}{generic}({ParametersOf(method)})";
        }
    }

    private static string AccessOf(MethodBase method)
    {
        var words = new List<string>();
        if (!method.IsPublic)
        {
            words.Add("protected");
        }

        if (method.IsStatic)
        {
            words.Add("static");
        }
        else if (method is { IsAbstract: true } and { DeclaringType.IsInterface: false })
        {
            words.Add("abstract");
        }
        else if (method is MethodInfo { IsVirtual: true, IsFinal: false } info && !method.DeclaringType!.IsInterface)
        {
            words.Add(info.GetBaseDefinition() == info ? "virtual" : "override");
        }

        return words.Count == 0 ? string.Empty : string.Join(' ', words) + " ";
    }

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : string.Empty)}{(parameter.IsOut ? "out " : string.Empty)}{NameOf(parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : string.Empty)));

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : string.Empty);
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}+{type.Name}" : type.Namespace is { } space && space.StartsWith("StandIn", StringComparison.Ordinal) ? $"{space}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }
}
