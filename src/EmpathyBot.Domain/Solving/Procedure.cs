namespace EmpathyBot.Domain.Solving;

/// <summary>A guided way to a result, from <c>dialogs/solving/procedures/</c>: ask, call, tell, each under a condition.</summary>
/// <param name="Id">File name without ending; the same in every locale.</param>
/// <param name="Locale">ISO 639-1 code of its language.</param>
/// <param name="Title">What it does for the customer, as a noun phrase: "the status of an order".</param>
/// <param name="Examples">Utterances that ask for it.</param>
/// <param name="Steps">In order; a step whose condition is false is passed over.</param>
/// <param name="Fingerprint">Changes when the steps change, so that a conversation in mid-procedure notices an edit.</param>
public sealed record Procedure(
    string Id, string Locale, string Title, IReadOnlyList<string> Examples, IReadOnlyList<ProcedureStep> Steps, string Fingerprint)
{
    /// <summary>How much it weighs beside other matters.</summary>
    public MatterWeight Weight { get; init; }
}

/// <summary>One step of a procedure.</summary>
/// <param name="Id">Unique in the procedure.</param>
/// <param name="When">Taken only when this holds; null means always.</param>
public abstract record ProcedureStep(string Id, Condition? When);

/// <summary>What kind of answer an <see cref="AskStep"/> takes, and so how it is checked.</summary>
public enum AskKind { Text = 0, OrderNumber, EmailOrPostcode, Confirm, Choice, Email, Phone, Address, Code, Pin, Amount, Link }

/// <summary>Asks the customer for something, unless it is already known, and keeps it.</summary>
/// <param name="Id">Unique in the procedure.</param>
/// <param name="When">Taken only when this holds.</param>
/// <param name="Question">Template of the question.</param>
/// <param name="Retry">Template used when the answer does not fit.</param>
/// <param name="Kind">What is expected.</param>
/// <param name="SaveAs">Variable it is kept in.</param>
/// <param name="Fact">True when it is a fact an agent must not ask again.</param>
/// <param name="Choices">For <see cref="AskKind.Choice"/>.</param>
/// <param name="Tries">After so many answers that do not fit, a person is offered.</param>
public sealed record AskStep(
    string Id, Condition? When, string Question, string Retry, AskKind Kind, string SaveAs, bool Fact,
    IReadOnlyList<string> Choices, int Tries) : ProcedureStep(Id, When)
{
    /// <summary>What is kept when the customer does not have what was asked for.</summary>
    public const string Lacking = "none";

    /// <summary>True when "I don't have it" is an answer: <see cref="Lacking"/> is kept and the procedure goes on.</summary>
    public bool MayLack { get; init; }
}

/// <summary>Calls the company's systems and keeps the answer under <paramref name="SaveAs"/>.</summary>
/// <param name="Id">Unique in the procedure; part of the idempotency key.</param>
/// <param name="When">Taken only when this holds.</param>
/// <param name="Operation">Name of the operation, for example <c>find_order</c>.</param>
/// <param name="Arguments">Argument name to template.</param>
/// <param name="SaveAs">Variable that holds <c>outcome</c> (ok, not_found, refused, unavailable) and the data.</param>
/// <param name="ProvesOwnership">True when an <c>ok</c> shows that the customer owns the order.</param>
public sealed record CallStep(
    string Id, Condition? When, string Operation, IReadOnlyDictionary<string, string> Arguments, string SaveAs, bool ProvesOwnership)
    : ProcedureStep(Id, When);

/// <summary>Tells the customer something.</summary>
/// <param name="Id">Unique in the procedure.</param>
/// <param name="When">Taken only when this holds.</param>
/// <param name="Text">Template, Markdown.</param>
/// <param name="Promise">Template of what was promised by it, for the brief; null when nothing was.</param>
public sealed record TellStep(string Id, Condition? When, string Text, string? Promise) : ProcedureStep(Id, When)
{
    /// <summary>An Adaptive Card that follows the text, as JSON with templates in its texts; null for none. The text alone is complete.</summary>
    public string? Card { get; init; }

    /// <summary>How the offer of amends ended that was made before this; null when this says nothing of one.</summary>
    public AmendsOutcome? Settles { get; init; }
}

/// <summary>
/// Weighs what the company gives for a failure of its own, and keeps it under <paramref name="SaveAs"/>: <c>remedy</c>
/// (<c>none</c> when nothing is offered), <c>worth</c>, <c>failure</c>. Reads the order under <c>order</c>.
/// </summary>
/// <param name="Id">Unique in the procedure.</param>
/// <param name="When">Taken only when this holds.</param>
/// <param name="Failure">What failed.</param>
/// <param name="Extent">Template of how much of it; null when that does not count.</param>
/// <param name="SaveAs">Variable it is kept in.</param>
/// <param name="Rules">The rules to weigh by.</param>
/// <param name="Currency">Sign that amounts begin with.</param>
public sealed record AmendsStep(
    string Id, Condition? When, string Failure, string? Extent, string SaveAs, IReadOnlyList<AmendsRule> Rules, string Currency)
    : ProcedureStep(Id, When)
{
    /// <summary>What <c>remedy</c> is when nothing is offered.</summary>
    public const string Nothing = "none";
}

/// <summary>How a procedure ended.</summary>
public enum ProcedureOutcome { Solved = 0, Unsolved, NeedsPerson, Left }

/// <summary>Ends the procedure.</summary>
/// <param name="Id">Unique in the procedure.</param>
/// <param name="When">Taken only when this holds.</param>
/// <param name="Outcome">How it ended; <see cref="ProcedureOutcome.NeedsPerson"/> leads to the offer of a person.</param>
public sealed record EndStep(string Id, Condition? When, ProcedureOutcome Outcome) : ProcedureStep(Id, When);
