using EmpathyBot.Content.Reading;
using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Content.Language;

/// <summary>Reads how values are said: <c>date</c>, <c>months</c>, and by the name of a field what each code of it becomes.</summary>
internal static class ValueReader
{
    private const int MonthsOfAYear = 12;

    public static ValueWords Read(YamlMap map)
    {
        var date = map.Required("date");
        var months = WordList.Texts(map, "months");
        if (months.Count != MonthsOfAYear)
            map.Report(map.LineOf("months"), $"\"months\" has {months.Count} names. There are twelve, with commas between.");
        if (date is { } written && !(written.Text.Contains("{day}", StringComparison.Ordinal) && written.Text.Contains("{month}", StringComparison.Ordinal)))
            map.Report(written.Line, "\"date\" needs {day} and {month} in it.");
        var said = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (map.Map("said") is { } fields)
        {
            foreach (var field in fields.Keys)
            {
                if (fields.Map(field) is { } codes)
                    said[field] = codes.Keys.Select(code => (Code: code, Text: codes.Required(code)?.Text)).Where(pair => pair.Text is not null)
                        .ToDictionary(pair => pair.Code, pair => pair.Text!);
            }
        }

        map.Close();
        return date is { } day && months.Count == MonthsOfAYear ? new(day.Text, months, said) : ValueWords.AsGiven;
    }
}
