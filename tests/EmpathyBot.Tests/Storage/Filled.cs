using System.Collections.Immutable;
using System.Reflection;

namespace EmpathyBot.Tests.Storage;

/// <summary>
/// Makes a value of any stored type in which nothing is empty, by its constructor and its properties: what the domain
/// gains tomorrow is in it, and so known to come back from storage.
/// </summary>
internal static class Filled
{
    public static T Of<T>() where T : class => (T)Of(typeof(T), typeof(T).Name);

    public static object Of(Type type, string place)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, place);
        if (type == typeof(string))
            return $"{Some.WeirdText} {place}";
        if (type == typeof(int) || type == typeof(long))
            return Convert.ChangeType(7, type, null);
        if (type == typeof(double))
            return 1 / 3.0;
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateTimeOffset))
            return Some.Moment;
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        return type.IsGenericType ? Many(type, place) : Record(type, place);
    }

    private static object Many(Type type, string place)
    {
        var arguments = type.GetGenericArguments();
        var values = arguments.Select(argument => Of(argument, $"{place}[]")).ToArray();
        var method = type.GetGenericTypeDefinition() switch
        {
            var list when list == typeof(ImmutableList<>) || list == typeof(IReadOnlyList<>) => nameof(OneItem),
            var dictionary when dictionary == typeof(ImmutableDictionary<,>) || dictionary == typeof(IReadOnlyDictionary<,>) => nameof(OneEntry),
            _ => throw new NotSupportedException($"{place} is a {type}: say here how one is filled."),
        };
        return typeof(Filled).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments).Invoke(null, values)!;
    }

    private static ImmutableList<T> OneItem<T>(T item) => [item];

    private static ImmutableDictionary<TKey, TValue> OneEntry<TKey, TValue>(TKey key, TValue value) where TKey : notnull =>
        ImmutableDictionary<TKey, TValue>.Empty.Add(key, value);

    private static object Record(Type type, string place)
    {
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)
            ?? throw new NotSupportedException($"{place} is a {type}: say here how one is filled.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(each => Of(each.ParameterType, $"{place}.{each.Name}"))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
            property.SetValue(made, Of(property.PropertyType, $"{place}.{property.Name}"));
        return made;
    }
}
