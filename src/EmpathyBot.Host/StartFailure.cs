using EmpathyBot.Content;
using EmpathyBot.Detection.LocalModel;
using EmpathyBot.Storage;
using Microsoft.Extensions.Options;

namespace EmpathyBot.Host;

/// <summary>Turns what stopped a start, and is for the operator to mend, into plain sentences without a stack trace.</summary>
internal static class StartFailure
{
    /// <summary>What to tell the operator, all of it at once, or null when the failure is a bug and its trace is wanted.</summary>
    public static string? Describe(Exception failure) => failure switch
    {
        StartRefusedException or StorageException or ContentException or ModelFileException => failure.Message,
        OptionsValidationException settings =>
            "The settings cannot be used:" + string.Concat(settings.Failures.Select(problem => Environment.NewLine + "- " + problem)),
        AggregateException several when several.InnerExceptions.All(inner => Describe(inner) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Describe)),
        InvalidOperationException { InnerException: FormatException } binding => "The settings cannot be used:" + Environment.NewLine + "- " + binding.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            failure.Message + " Stop what listens there, or choose another address with ASPNETCORE_URLS.",
        _ => null,
    };
}
