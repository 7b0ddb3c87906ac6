namespace EmpathyBot.Domain.Solving;

/// <summary>What a customer asks of the conversation itself, as recognised by the phrases of <c>dialogs/solving/requests/</c>.</summary>
public enum CustomerRequest
{
    /// <summary>None: the message is about the customer's matter.</summary>
    None = 0,
    /// <summary>"hello", and nothing else.</summary>
    Greeting,
    /// <summary>"yes", "please do", and nothing else.</summary>
    Yes,
    /// <summary>"no", "not now", and nothing else.</summary>
    No,
    /// <summary>"thanks, that's all", "bye": nothing is left to do.</summary>
    Goodbye,
    /// <summary>"it works now", "solved": the matter is settled.</summary>
    Solved,
    /// <summary>"that didn't help", "still not": the last answer was no solution.</summary>
    NotSolved,
    /// <summary>"why did you say that?", "how do you know my mood?"</summary>
    WhySaid,
    /// <summary>"stop reading my mood".</summary>
    StopReading,
    /// <summary>"you may read my mood again".</summary>
    ResumeReading,
    /// <summary>"I'm not angry, just in a hurry".</summary>
    CorrectReading,
    /// <summary>"skip the sympathy", "stop apologising", "just fix it".</summary>
    SkipSympathy,
    /// <summary>"stop", "cancel", "forget it": leave what is being done.</summary>
    Stop,
    /// <summary>"I don't want to wait any more": leave the queue for a person.</summary>
    LeaveQueue,
    /// <summary>"call me back", "can someone write to me instead?"</summary>
    CallBack,
    /// <summary>"I don't have it", "I can't find the number": what was asked for is not at hand.</summary>
    DoesNotHave,
    /// <summary>"what do you know about me?"</summary>
    WhatKnown,
    /// <summary>"forget me", "delete what you know about me".</summary>
    ForgetMe,
}
