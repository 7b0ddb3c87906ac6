using System.Text;

namespace EmpathyBot.Content.Solving;

/// <summary>
/// Turns a phrase as authors write it into a regular expression over folded text (lower case, words parted by one
/// space). <c>[please]</c> may be left out, <c>(stop|quit)</c> is one of these, <c>...</c> is up to three words.
/// </summary>
internal static class RequestPattern
{
    /// <summary>The expression, or null when brackets do not match or nothing is left.</summary>
    public static string? ToExpression(string phrase)
    {
        var expression = new StringBuilder();
        var open = new Stack<char>();
        var word = new StringBuilder();
        // Each word eats the space after it, and the text gets one at its end: so optional words need no care.
        void EndWord()
        {
            if (word.Length == 0)
                return;
            var text = word.ToString();
            expression.Append(text == "..." ? "(?:[^ ]+ ){0,3}" : string.Concat(text, " "));
            word.Clear();
        }

        foreach (var letter in phrase.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            switch (letter)
            {
                case ' ':
                    EndWord();
                    break;
                case '[' or '(':
                    EndWord();
                    open.Push(letter);
                    expression.Append("(?:");
                    break;
                case '|' when open.Count > 0:
                    EndWord();
                    expression.Append('|');
                    break;
                case ']' or ')':
                    EndWord();
                    if (open.Count == 0 || open.Pop() != (letter == ']' ? '[' : '('))
                        return null;
                    expression.Append(letter == ']' ? ")?" : ")");
                    break;
                case '\'' or '’':
                    break;
                case var other when char.IsLetterOrDigit(other) || other == '.':
                    word.Append(other);
                    break;
                default:
                    return null;
            }
        }

        EndWord();
        return open.Count == 0 && expression.Length > 0 ? expression.ToString() : null;
    }
}
