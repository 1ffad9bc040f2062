using System.Reflection;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations;

/// <summary>What clients probe for connectivity.</summary>
internal static class GetGeneralSettings
{
    private static readonly string Version =
        typeof(GetGeneralSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static GetGeneralSettingsOutcome Run(Caller caller) => caller.Holds(PermissionNames.GeneralSettingsRead)
        ? new(GetGeneralSettingsStatus.Done, new GeneralSettings(Version, Version))
        : new(GetGeneralSettingsStatus.AccessDenied, null);
}

internal enum GetGeneralSettingsStatus
{
    Done,
    AccessDenied,
}

/// <summary>Settings are there when the status is Done; else GeneralSettingsRead is missing.</summary>
internal sealed record GetGeneralSettingsOutcome(GetGeneralSettingsStatus Status, GeneralSettings? Settings);

/// <param name="Version">Of this service, without build metadata.</param>
/// <param name="PantherVersion">The same, under the name that existing clients read.</param>
internal sealed record GeneralSettings(string Version, string PantherVersion);
