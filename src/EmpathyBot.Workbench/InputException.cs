namespace EmpathyBot.Workbench;

/// <summary>What a command was given cannot be used. The message is for the person who typed the command: plain sentences.</summary>
internal sealed class InputException : Exception
{
    public InputException(string message)
        : base(message)
    {
    }

    public InputException(string message, Exception because)
        : base(message, because)
    {
    }
}
