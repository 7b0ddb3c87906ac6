namespace EmpathyBot.DirectLine;

/// <summary>Azure's Direct Line in the place of the embedded one, section <c>DirectLine:Azure</c>. The page's script does not change.</summary>
public sealed class AzureDirectLineOptions
{
    /// <summary>A secret of the Direct Line channel of the Azure Bot. It never leaves the server.</summary>
    /// <value>None: the website's conversations are kept here.</value>
    public string? Secret { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Where Azure's Direct Line is; another one for data that must stay in Europe, India or a government cloud.</summary>
    /// <value><c>https://directline.botframework.com/v3/directline</c>.</value>
    public Uri Domain { get; set; } = new("https://directline.botframework.com/v3/directline");

    /// <summary>True when the website's conversations are Azure's.</summary>
    internal bool IsOn => Secret is not null;
}
