namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>One of several things to choose from.</summary>
public class Choice
{
    public Choice(string value = null)
    {
        Value = value;
    }

    public string Value { get; set; }

    public CardAction Action { get; set; }

    public List<string> Synonyms { get; set; } = [];
}

/// <summary>The choice that was made.</summary>
public class FoundChoice
{
    public string Value { get; set; }

    public int Index { get; set; }

    public float Score { get; set; }

    public string Synonym { get; set; }
}

/// <summary>The value that was found.</summary>
public class FoundValue
{
    public string Value { get; set; }

    public int Index { get; set; }

    public float Score { get; set; }
}

/// <summary>A value to look for and the choice it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}

/// <summary>Something recognised in a text, and where.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As suits the channel.</summary>
    Auto,

    /// <summary>In the sentence.</summary>
    Inline,

    /// <summary>As a list below the text.</summary>
    List,

    /// <summary>As suggested actions.</summary>
    SuggestedAction,

    /// <summary>As the buttons of a card.</summary>
    HeroCard,
}

/// <summary>The words between choices in a sentence.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    public string InlineSeparator { get; set; }

    public string InlineOr { get; set; }

    public string InlineOrMore { get; set; }

    public bool? IncludeNumbers { get; set; }
}

/// <summary>How values are looked for in a text.</summary>
public class FindValuesOptions
{
    public bool AllowPartialMatches { get; set; }

    public string Locale { get; set; }

    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction Tokenizer { get; set; }
}

/// <summary>How choices are looked for in a text.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    public bool NoValue { get; set; }

    public bool NoAction { get; set; }

    public bool RecognizeNumbers { get; set; } = true;

    public bool RecognizeOrdinals { get; set; } = true;
}
