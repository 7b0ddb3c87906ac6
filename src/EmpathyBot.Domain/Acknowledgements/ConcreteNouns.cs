using System.Collections.Frozen;

namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>
/// The English words a thing may be named with. A closed list on purpose: what is not in it is never said back, so no
/// insult, illness, name or secret can be.
/// </summary>
internal static class ConcreteNouns
{
    /// <summary>Things one buys.</summary>
    private static readonly FrozenSet<string> Goods = Set(
        """
        jacket jackets coat coats dress dresses shirt shirts t-shirt t-shirts tshirt blouse skirt trousers jeans shorts sweater jumper hoodie
        cardigan suit uniform shoes shoe boots boot trainers sneakers sandals slippers socks hat cap scarf gloves belt bag bags backpack handbag
        suitcase watch ring necklace bracelet earrings glasses sunglasses phone phones laptop tablet computer monitor keyboard mouse headphones
        earphones earbuds speaker speakers charger cable camera printer tv television router console fridge freezer oven cooker kettle toaster
        blender hoover vacuum dishwasher lamp lamps light sofa couch chair chairs table desk bed mattress pillow pillows duvet curtains rug carpet
        mirror shelf shelves wardrobe cabinet toy toys doll game puzzle bike bicycle scooter helmet tent book books cushion towel towels vase
        candle candles clock plant plants pan pans pot mug mugs plates bowl bowls gift gifts present presents costume battery machine
        """);

    /// <summary>What an order is made of, under whatever name.</summary>
    private static readonly FrozenSet<string> Service = Set(
        """
        parcel parcels package packages delivery shipment refund refunds return exchange replacement voucher vouchers coupon discount invoice
        receipt payment payments money deposit subscription booking reservation ticket tickets appointment membership warranty card label
        """);

    private static readonly FrozenSet<string> General = Set("order orders item items product products account app website site shop store purchase");

    /// <summary>Words that are verbs as often as nouns: only with a word before them that makes them nouns.</summary>
    private static readonly FrozenSet<string> NeedDeterminer = Set(
        """
        return exchange refund order orders ring book watch present presents game pan pot plant light ticket label card discount replacement table
        suit cap tent desk shop store delivery booking payment site mouse bowl purchase machine battery return returns invoice gift
        """);

    /// <summary>A thing followed by one of these is part of another thing: "order number", "delivery driver".</summary>
    private static readonly FrozenSet<string> OtherThing = Set(
        """
        number numbers nr no id address driver date dates time times fee fees cost costs policy status page process option options charge charges
        note details code codes holder company centre center department team service email person slot confirmation history request form window
        contract contracts bill bills plan plans case line lines call man guy boy woman lady people company assistant size sizes guide insurance security password pin point points label labels
        """);

    private static readonly FrozenSet<string> Modifiers = Set(
        """
        blue red green black white grey gray brown yellow pink purple orange beige navy dark light golden gold silver small large medium big long
        short new second first leather wool woollen cotton linen silk denim wooden metal glass plastic winter summer spring autumn running walking
        hiking wedding birthday christmas anniversary baby children's kids school office garden kitchen dining coffee washing sewing bedside gaming
        other wireless electric digital gift promo bank credit debit store return train concert mobile replacement cordless folding waterproof striped
        """);

    /// <summary>Words between "my" and the thing that are left out: heat, not substance.</summary>
    private static readonly FrozenSet<string> Dropped = Set(
        """
        bloody fucking fuckin damn damned stupid lousy crappy shitty bleeding flipping freaking friggin goddamn useless pathetic entire whole
        last latest recent own missing lost broken damaged faulty wrong late delayed cancelled promised lovely beautiful poor precious
        favourite favorite expensive online actual
        """);

    /// <summary>Where something is, or what it is done with, after "on", "in" or "with".</summary>
    private static readonly FrozenSet<string> Places = Set(
        "phone phones laptop tablet computer tv table desk chair bed sofa couch shelf website site app shop store card bag account");

    /// <summary>What one asks for with "a": it is not there yet, so nothing can be wrong with it.</summary>
    private static readonly FrozenSet<string> AskedFor = Set("refund replacement exchange return voucher coupon discount receipt invoice label appointment");

    public static bool IsPlace(string word) => Places.Contains(word);

    public static bool IsAskedFor(string word) => AskedFor.Contains(word);

    public static bool IsThing(string word) => Goods.Contains(word) || Service.Contains(word) || General.Contains(word);

    /// <summary>The less general, the more it says: goods before parcels before orders.</summary>
    public static int Weight(string word) => Goods.Contains(word) ? 3 : Service.Contains(word) ? 2 : 1;

    /// <summary>A name for whatever was bought; tells no two things apart.</summary>
    public static bool IsGeneral(string word) => !Goods.Contains(word);

    /// <summary>Something one waits for to come: not an account, an app or a shop.</summary>
    public static bool IsAwaited(string word) =>
        !IsOurs(word) && word is not ("account" or "membership" or "subscription" or "warranty" or "return" or "label" or "payment" or "payments");

    public static bool IsOurs(string word) => word is "app" or "website" or "site" or "shop" or "store";

    public static bool NeedsDeterminer(string word) => NeedDeterminer.Contains(word);

    public static bool BelongsToOther(string next) => OtherThing.Contains(next);

    public static bool IsModifier(string word) => Modifiers.Contains(word);

    public static bool IsDropped(string word) => Dropped.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
