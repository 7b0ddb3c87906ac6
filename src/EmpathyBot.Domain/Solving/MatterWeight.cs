namespace EmpathyBot.Domain.Solving;

/// <summary>How much a matter weighs for the customer: of several in one message the heaviest is dealt with first.</summary>
public enum MatterWeight
{
    /// <summary>Something to know: it can wait a minute.</summary>
    Information = 0,
    /// <summary>A parcel that is late, lost, wrong or broken.</summary>
    Parcel,
    /// <summary>Money is gone, or an account is not safe.</summary>
    Money,
}
