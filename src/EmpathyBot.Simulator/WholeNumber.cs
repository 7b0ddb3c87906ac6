using System.CommandLine;
using System.Globalization;

namespace EmpathyBot.Simulator;

/// <summary>An option that is a whole number, refused in a sentence when it is none or too small.</summary>
internal static class WholeNumber
{
    public static Option<int> Option(string name, int usual, int least, string says) => new(name)
    {
        DefaultValueFactory = _ => usual,
        Description = says,
        CustomParser = given =>
        {
            if (int.TryParse(given.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
                return number;
            given.AddError($"{name} is a whole number from {least}.");
            return usual;
        },
    };
}
