namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>Finds the thing a message names, with its colour, material or kind, and says whose it is from our side.</summary>
internal sealed class ThingNamed(MentionWords words, ThingWords known, bool formal)
{
    private const int MostModifiers = 2;
    private const int LongestModifier = 3;

    /// <summary>The most telling thing; among equals the first. Null when there is none.</summary>
    public string? Find(bool awaited)
    {
        var (best, most) = (default(string), 0);
        for (var at = 0; at < words.Count; at++)
        {
            if (!known.IsThing(words[at]) || awaited && !known.IsAwaited(words[at]) || At(at) is not { } thing)
                continue;
            if (thing.Weight > most)
                (best, most) = (thing.Phrase, thing.Weight);
        }

        return best;
    }

    private (string Phrase, int Weight)? At(int at)
    {
        var noun = words[at];
        if (IsPartAfter(at, noun) || IsPartBefore(at))
            return null;

        var before = new List<string>();
        var first = at;
        while (first > 0 && words.Joined(first - 1))
        {
            var word = words[first - 1];
            if (known.Before.TryGetValue(word, out var said) && before.Count < MostModifiers)
                before.Insert(0, said);
            else if (!known.Dropped.Contains(word))
                break;
            first--;
        }

        var (after, last) = ModifiersAfter(at, MostModifiers - before.Count);
        if (BelongsToOthers(last))
            return null;
        var hasWordBefore = first > 0 && words.Joined(first - 1);
        if (hasWordBefore && IsAside(first - 1, noun))
            return null;
        if (hasWordBefore && !known.Mine.Contains(words[first - 1]) && IsDoneByStrangers(first - 1))
            return null;
        var determiner = hasWordBefore ? Determiner(words[first - 1], noun) : null;
        var modifiers = before.Count + after.Count;
        if (determiner is null && known.NeedDeterminer.Contains(noun) && !(modifiers > 0 && first > 0))
            return null;
        // Without "my" it may be anyone's, so it stays "the"; an order or a parcel spoken of bare is the customer's own.
        determiner ??= known.IsGeneral(noun) && modifiers == 0 && !known.Ours.ContainsKey(noun) ? Your(noun) : The(noun);
        return (string.Join(' ', [determiner, .. before, known.Find(noun)!, .. after]), (10 * known.Weight(noun)) + modifiers);
    }

    /// <summary>"order number", "delivery driver", "gift card" at "gift".</summary>
    private bool IsPartAfter(int at, string noun)
    {
        if (!words.Joined(at))
            return false;
        var next = words[at + 1];
        var isSized = known.Sizes.Contains(next) && words.Joined(at + 1) && words[at + 2].All(char.IsAsciiDigit);
        return !isSized && (known.OtherAfter.Contains(next) || known.IsThing(next) && known.Before.ContainsKey(noun));
    }

    /// <summary>"número de pedido", "el estado de mi pedido".</summary>
    private bool IsPartBefore(int at)
    {
        var link = at - 1;
        if (words.Joined(link) && !known.Links.Contains(words[link]) && known.IsDeterminer(words[link]))
        {
            // "El número de mi pedido": the order is the customer's, and may be named.
            if (known.Mine.Contains(words[link]))
                return false;
            link--;
        }

        return words.Joined(link) && known.Links.Contains(words[link]) && words.Joined(link - 1) && known.OtherBefore.Contains(words[link - 1]);
    }

    /// <summary>"el abrigo de mi mujer".</summary>
    private bool BelongsToOthers(int last)
    {
        if (!words.Joined(last) || !known.Links.Contains(words[last + 1]))
            return false;
        var owner = words.Joined(last + 1) && known.IsDeterminer(words[last + 2]) ? last + 3 : last + 2;
        return words.Joined(owner - 1) && known.OtherPeople.Contains(words[owner]);
    }

    /// <summary>"Someone ordered a phone": no thing of the customer's.</summary>
    private bool IsDoneByStrangers(int before)
    {
        for (var at = before; at >= 0 && at >= before - MostModifiers && (at == before || words.Joined(at)); at--)
        {
            if (known.Strangers.Contains(words[at]))
                return true;
        }

        return false;
    }

    private (List<string> Said, int Last) ModifiersAfter(int at, int most)
    {
        var said = new List<string>();
        var last = at;
        while (said.Count < most && words.Joined(last) && words.LongestFrom(last + 1, known.After.ContainsKey, LongestModifier) is { } found)
        {
            said.Add(known.After[found.Key]);
            last += found.Length;
        }

        return (said, last);
    }

    /// <summary>Named in passing: "on the phone", "paid with my card", "give me a ring", or not there yet: "I want a refund".</summary>
    private bool IsAside(int before, string noun)
    {
        if (known.Indefinite.Contains(words[before]) && known.AskedFor.Contains(noun))
            return true;
        if (known.NotThings.Contains($"{words[before - 1]} {words[before]} {noun}") || known.NotThings.Contains($"{words[before]} {noun}"))
            return true;
        if (!known.Places.Contains(noun))
            return false;
        return known.PlaceWords.Contains(words[before]) || known.IsDeterminer(words[before]) && known.PlaceWords.Contains(words[before - 1]);
    }

    private string? Determiner(string word, string noun)
    {
        if (known.Mine.Contains(word))
            return Your(noun);
        if (known.Yours.Contains(word))
            return known.Ours.GetValueOrDefault(noun) ?? The(noun);
        return known.Others.Contains(word) || known.OwnerEnding is { } ending && word.EndsWith(ending, StringComparison.Ordinal) ? The(noun) : null;
    }

    private string The(string noun) => known.The ?? known.Ours.GetValueOrDefault(noun) ?? Your(noun);

    private string Your(string noun) => known.Your.For(
        formal, known.PluralEnding is { } ending && noun.EndsWith(ending, StringComparison.Ordinal) && !known.NotPlural.Contains(noun));
}
