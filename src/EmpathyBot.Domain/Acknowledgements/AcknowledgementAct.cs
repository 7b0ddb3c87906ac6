namespace EmpathyBot.Domain.Acknowledgements;

/// <summary>What an acknowledgement does, before any word is chosen.</summary>
public enum AcknowledgementAct
{
    /// <summary>Nothing to answer: the step comes straight.</summary>
    None = 0,
    /// <summary>Says back the customer's own concrete thing.</summary>
    Reflect,
    /// <summary>Says that the displeasure makes sense, given the fact named.</summary>
    Validate,
    /// <summary>Owns a failure of the company, once per incident.</summary>
    Apologise,
    /// <summary>Takes a worry seriously by saying what will be done about it.</summary>
    Reassure,
    /// <summary>Takes thanks gracefully.</summary>
    Thank,
    /// <summary>Shares a joy, briefly.</summary>
    Celebrate,
    /// <summary>Short, calm and solution first, for strong anger.</summary>
    DeEscalate,
    /// <summary>Meets confusion with plain order.</summary>
    Clarify,
    /// <summary>Says what the bot itself did wrong, then a fix or a person.</summary>
    OwnFailure,
    /// <summary>At-risk language: help line and a person at once.</summary>
    Safety,
}
