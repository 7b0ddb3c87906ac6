using EmpathyBot.Content.Solving;
using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Content.Acknowledgements;

/// <summary>One thing that may go wrong.</summary>
/// <param name="Says">The clause, with <c>{{thing}}</c> where the thing is put in; the last for who is addressed politely.</param>
/// <param name="Thing">What is put in when the customer names nothing that fits: "your order"; empty when it then goes unsaid.</param>
/// <param name="Of">What may be put in, by the thing itself.</param>
/// <param name="IsOwnDoing">The customer did it.</param>
/// <param name="When">How customers tell of it.</param>
/// <param name="Unless">What makes it something else.</param>
internal sealed record KnownMishap(
    IReadOnlyList<string> Says, IReadOnlyList<string> Thing, IReadOnlySet<string> Of, bool IsOwnDoing, PhraseAutomaton When,
    PhraseAutomaton? Unless)
{
    private const string Slot = "{{thing}}";

    /// <summary>A thing named further behind is another matter: "the heating broke, and all I got was a blanket".</summary>
    private const int WordsAfter = 3;

    /// <summary>The clause, when the sentence tells of this.</summary>
    public Mishap? SaidOf(string[] words, NamedThing? named, bool formal)
    {
        if (When.EndIn(words) is not { } end || Unless?.Matches(words) == true)
            return null;
        var says = For(Says, formal);
        if (!says.Contains(Slot, StringComparison.Ordinal))
            return new(says, IsOwnDoing);
        var isNear = named is not null && Array.IndexOf(words, named.Head) is >= 0 and var at && at < end + WordsAfter;
        if (isNear && Of.Contains(named!.Head))
            return new(says.Replace(Slot, named.Said, StringComparison.Ordinal), IsOwnDoing);
        // "My refund is late too" is no word of a parcel.
        return Thing.Count > 0 && !(isNear && named!.IsAwaited) ? new(says.Replace(Slot, For(Thing, formal), StringComparison.Ordinal), IsOwnDoing) : null;
    }

    private static string For(IReadOnlyList<string> readings, bool formal) => formal ? readings[^1] : readings[0];
}

/// <summary>What a message names.</summary>
/// <param name="Said">As we say it: "your blue jacket".</param>
/// <param name="Head">The thing itself: "jacket".</param>
/// <param name="IsAwaited">Something one waits for to come.</param>
internal sealed record NamedThing(string Said, string Head, bool IsAwaited);
