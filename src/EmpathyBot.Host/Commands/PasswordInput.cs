using System.Text;

namespace EmpathyBot.Host.Commands;

/// <summary>Reads a password: a line of what is piped in, or typed twice without being shown. Never from an argument, which others can see.</summary>
internal static class PasswordInput
{
    /// <summary>The password, or null when two typed ones differ.</summary>
    public static async Task<string?> ReadAsync(CommandStreams streams)
    {
        if (!streams.AtTerminal)
            return await streams.Input.ReadLineAsync() ?? "";
        var first = Type(streams, "Password: ");
        return Type(streams, "The same again: ") == first ? first : null;
    }

    private static string Type(CommandStreams streams, string prompt)
    {
        streams.Errors.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        streams.Errors.WriteLine();
        return typed.ToString();
    }
}
