namespace StandIn.Bot.Builder.Dialogs;

/// <summary>The stack of the dialogs of a conversation, the active one first.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack)
    {
        DialogStack = stack ?? [];
    }

    public List<DialogInstance> DialogStack { get; set; }
}

/// <summary>A dialog on the stack, with what it has to remember.</summary>
public class DialogInstance
{
    public string Id { get; set; }

    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    public string Version { get; set; }
}

/// <summary>What a dialog's part of a turn came to.</summary>
public class DialogTurnResult
{
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        Status = status;
        Result = result;
    }

    public DialogTurnStatus Status { get; set; }

    public object Result { get; set; }

    public bool ParentEnded { get; set; }
}

/// <summary>Where the dialogs stand after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is no dialog.</summary>
    Empty,

    /// <summary>The active dialog waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The dialog ended and its parent waits for the user.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog was called.</summary>
public enum DialogReason
{
    /// <summary>It was begun.</summary>
    BeginCalled,

    /// <summary>The user said something.</summary>
    ContinueCalled,

    /// <summary>The dialog above it ended.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>It was cancelled.</summary>
    CancelCalled,

    /// <summary>A step went on to the next one.</summary>
    NextCalled,
}

/// <summary>Something that happens to the dialogs of a stack.</summary>
public class DialogEvent
{
    public bool Bubble { get; set; }

    public string Name { get; set; } = string.Empty;

    public object Value { get; set; }
}

/// <summary>Names of dialog events.</summary>
public class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
