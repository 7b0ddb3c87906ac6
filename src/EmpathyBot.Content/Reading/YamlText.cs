namespace EmpathyBot.Content.Reading;

/// <summary>A text of a YAML file and the line it begins on.</summary>
internal sealed record YamlText(string Text, int Line);
