using EmpathyBot.Content.Acknowledgements;
using EmpathyBot.Content.Reading;

namespace EmpathyBot.Content.Solving;

/// <summary>Refuses the banned wordings in anything that is said.</summary>
internal static class WordingCheck
{
    public static void Check(YamlMap map, YamlText text)
    {
        foreach (var broken in BannedWording.In(text.Text))
            map.Report(text.Line, broken);
    }
}
