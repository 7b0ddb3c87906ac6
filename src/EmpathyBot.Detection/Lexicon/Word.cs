namespace EmpathyBot.Detection.Lexicon;

/// <summary>One word, emoji or emoticon of a message, in the form the lexicon knows it by.</summary>
/// <param name="Form">Lower case, apostrophes resolved, common slips mended.</param>
/// <param name="Start">Where it stands in the message as written.</param>
/// <param name="Length">Its length there.</param>
/// <param name="Clause">Counts clauses: commas and "but" divide.</param>
/// <param name="Sentence">Counts sentences.</param>
/// <param name="IsNumber">True for digits and number words.</param>
internal readonly record struct Word(string Form, int Start, int Length, int Clause, int Sentence, bool IsNumber)
{
    public int End => Start + Length;
}

/// <summary>How a message is written, apart from its words.</summary>
/// <param name="Letters">Letters in all.</param>
/// <param name="Capitals">Capital letters among them.</param>
/// <param name="ShoutedWords">Words of three letters and more in capitals.</param>
/// <param name="LongestBang">The longest run of exclamation marks.</param>
/// <param name="LongestQuestion">The longest run of question and exclamation marks that holds a question mark.</param>
/// <param name="Stretched">Words with a letter three times in a row and more.</param>
internal readonly record struct Shape(int Letters, int Capitals, int ShoutedWords, int LongestBang, int LongestQuestion, int Stretched)
{
    /// <summary>True when most of the message is in capitals, and it is more than an order number or a code.</summary>
    public bool IsShouted => Letters >= 8 && ShoutedWords >= 2 && Capitals * 10 >= Letters * 7;
}
