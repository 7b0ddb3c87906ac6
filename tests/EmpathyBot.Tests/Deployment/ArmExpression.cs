using System.Text;
using System.Text.Json.Nodes;

namespace EmpathyBot.Tests.Deployment;

/// <summary>
/// Reads the expressions of deployment templates: <c>[concat('a', parameters('b'))]</c>, calls, strings, numbers, <c>.property</c> and <c>[index]</c>.
/// What a function means is told by the one who asks.
/// </summary>
internal sealed class ArmExpression(string text, Func<string, JsonNode?[], JsonNode?> call)
{
    private int at;

    /// <summary>A string that begins with one bracket is an expression; two stand for one in plain text.</summary>
    public static bool Is(string value) => value.StartsWith('[') && !value.StartsWith("[[", StringComparison.Ordinal) && value.EndsWith(']');

    /// <summary>The value of a whole expression with its brackets.</summary>
    /// <exception cref="FormatException">It is none that Azure would take.</exception>
    public static JsonNode? Evaluate(string value, Func<string, JsonNode?[], JsonNode?> call)
    {
        var expression = new ArmExpression(value[1..^1], call);
        var result = expression.Value();
        return expression.at == expression.text.Length ? result : throw expression.Wrong("the end");
    }

    private readonly string text = text;

    private JsonNode? Value()
    {
        SkipSpace();
        var value = Peek() switch
        {
            '\'' => Quoted(),
            '-' or (>= '0' and <= '9') => Number(),
            _ => Call(),
        };
        while (Peek() is '.' or '[')
            value = Peek() == '.' ? Property(value) : Element(value);
        SkipSpace();
        return value;
    }

    private JsonNode? Call()
    {
        var name = Name();
        Expect('(');
        List<JsonNode?> arguments = [];
        SkipSpace();
        while (Peek() != ')')
        {
            if (arguments.Count > 0)
                Expect(',');
            arguments.Add(Value());
        }

        Expect(')');
        return call(name, [.. arguments]);
    }

    private JsonNode? Property(JsonNode? of)
    {
        Expect('.');
        var name = Name();
        return of is JsonObject found && found.TryGetPropertyValue(name, out var value)
            ? value
            : throw new FormatException($"\"{text}\": there is no property {name}.");
    }

    private JsonNode? Element(JsonNode? of)
    {
        Expect('[');
        var index = Value();
        Expect(']');
        return of is JsonArray array ? array[(int)index!] : throw new FormatException($"\"{text}\": only an array has elements.");
    }

    private JsonValue Quoted()
    {
        StringBuilder read = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '\'')
                read.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '\'')
                read.Append(text[at++]);
            else
                break;
        }

        Expect('\'');
        return JsonValue.Create(read.ToString());
    }

    private JsonValue Number()
    {
        var from = at++;
        while (char.IsAsciiDigit(Peek()))
            at++;
        return JsonValue.Create(int.Parse(text.AsSpan(from, at - from), System.Globalization.CultureInfo.InvariantCulture));
    }

    private string Name()
    {
        var from = at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
            at++;
        return at > from ? text[from..at] : throw Wrong("a name");
    }

    private void SkipSpace()
    {
        while (Peek() == ' ')
            at++;
    }

    private char Peek() => at < text.Length ? text[at] : '\0';

    private void Expect(char wanted)
    {
        SkipSpace();
        if (Peek() != wanted)
            throw Wrong($"'{wanted}'");
        at++;
    }

    private FormatException Wrong(string wanted) => new($"\"{text}\": {wanted} is missing at {at}.");
}
