namespace EmpathyBot.Text.Messages;

/// <summary>What a word of a message is.</summary>
public enum WordKind : byte
{
    /// <summary>A word proper.</summary>
    Word = 0,
    /// <summary>Digits; which ones is not kept.</summary>
    Number,
    /// <summary>A picture sign or a face made of signs.</summary>
    Face,
    /// <summary>An address on the web or by mail, an order number, an @name: none says what is felt.</summary>
    Code,
}

/// <summary>One word, number or emoji of a message in the form models and phrases know it by.</summary>
/// <param name="Hash">The hash of the form: lower case, no accents, common slips mended.</param>
/// <param name="Start">Where it stands in the message as written, in UTF-16 units.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Clause">Counts clauses: commas and words like "but" divide.</param>
/// <param name="Sentence">Counts sentences.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LettersFrom">Where its folded letters begin in <see cref="MessageWords.Letters"/>.</param>
/// <param name="LettersLength">How many there are; 0 for what has none, and for the further forms of one written word ("not" of "don't").</param>
/// <param name="IsNegated">"Not" or the like stands before it in its clause.</param>
/// <param name="Spelling">The hash of the word as it is spelt, whatever it is read as; 0 for what has no letters, and for the further forms of one written word.</param>
public readonly record struct MessageWord(
    uint Hash, int Start, int Length, int Clause, int Sentence, WordKind Kind, int LettersFrom, int LettersLength, bool IsNegated, uint Spelling = 0)
{
    /// <summary>The index after its last UTF-16 unit.</summary>
    public int End => Start + Length;
}

/// <summary>How a message is written, apart from its words.</summary>
public record struct MessageShape
{
    /// <summary>Letters in all.</summary>
    public int Letters { get; set; }

    /// <summary>Capital letters among them.</summary>
    public int Capitals { get; set; }

    /// <summary>Words of three letters and more all in capitals.</summary>
    public int ShoutedWords { get; set; }

    /// <summary>Exclamation marks in all.</summary>
    public int Bangs { get; set; }

    /// <summary>The longest run of exclamation marks.</summary>
    public int LongestBang { get; set; }

    /// <summary>Runs of question marks.</summary>
    public int Questions { get; set; }

    /// <summary>The longest run of question and exclamation marks that holds a question mark.</summary>
    public int LongestQuestion { get; set; }

    /// <summary>Runs of two and more full stops.</summary>
    public int Dots { get; set; }

    /// <summary>Words with a letter three times in a row and more.</summary>
    public int Stretched { get; set; }

    /// <summary>The last sign of the message, 0 when it is a letter or digit.</summary>
    public char Ending { get; set; }

    /// <summary>The first letter is a small one.</summary>
    public bool BeginsSmall { get; set; }

    /// <summary>True when most is in capitals, and it is more than an order number or a code.</summary>
    public readonly bool IsShouted => Letters >= 8 && ShoutedWords >= 2 && Capitals * 10 >= Letters * 7;
}
