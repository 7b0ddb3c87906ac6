namespace StandIn.Bot.Builder.Dialogs.Choices;

/// <summary>What channels can show.</summary>
internal static class ChannelAbilities
{
    public const int MaxActionTitleLength = 20;

    public static bool SupportsSuggestedActions(string channelId, int buttons, string conversationType) => channelId switch
    {
        Connector.Channels.Facebook or Connector.Channels.Skype => buttons <= 10,
        Connector.Channels.Line => buttons <= 13,
        Connector.Channels.Kik => buttons <= 20,
        Connector.Channels.Telegram or Connector.Channels.Emulator or Connector.Channels.Directline or Connector.Channels.DirectlineSpeech or Connector.Channels.Webchat => buttons <= 100,

        // Teams shows them in a conversation of two only.
        Connector.Channels.Msteams => conversationType == "personal" && buttons <= 3,
        _ => false,
    };

    public static bool SupportsCardActions(string channelId, int buttons) => channelId switch
    {
        Connector.Channels.Facebook or Connector.Channels.Skype => buttons <= 3,
        Connector.Channels.Msteams => buttons <= 50,
        Connector.Channels.Line => buttons <= 99,
        Connector.Channels.Slack or Connector.Channels.Emulator or Connector.Channels.Directline or Connector.Channels.DirectlineSpeech or Connector.Channels.Webchat or Connector.Channels.Cortana => buttons <= 100,
        _ => false,
    };
}
