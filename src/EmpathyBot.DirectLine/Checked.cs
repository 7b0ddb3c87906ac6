using System.Diagnostics.CodeAnalysis;

namespace EmpathyBot.DirectLine;

/// <summary>A value that passed its check, or why it did not.</summary>
internal readonly struct Checked<T>
    where T : class
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Checked(T? value, Refusal? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    public static implicit operator Checked<T>(T value) => new(value, null);

    public static implicit operator Checked<T>(Refusal refusal) => new(null, refusal);

    public bool Passed([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = _refusal;
        return refusal is null;
    }
}
