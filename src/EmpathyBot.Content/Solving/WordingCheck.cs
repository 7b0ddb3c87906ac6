using EmpathyBot.Content.Language;
using EmpathyBot.Content.Reading;
using EmpathyBot.Content.Templates;

namespace EmpathyBot.Content.Solving;

/// <summary>Refuses the banned wordings in anything that is said.</summary>
internal static class WordingCheck
{
    public static void Check(YamlMap map, YamlText text, Wording wording)
    {
        foreach (var broken in TemplateText.Readings(text.Text).SelectMany(wording.BrokenIn).Distinct())
            map.Report(text.Line, broken);
    }
}
