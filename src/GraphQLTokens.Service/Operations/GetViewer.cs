using System.Collections.Immutable;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Operations;

/// <summary>Who is calling, and what it may do: answered from what the door already knows, without a read.</summary>
internal sealed class GetViewer(PermissionCatalog catalog)
{
    public Viewer Run(Caller caller) => new(
        caller,
        catalog.NamesIn(caller.Permissions),
        caller.Origin.Address is { } address ? AddressText.Format(address) : "");
}

/// <param name="Caller">Names the token, its owner and its tenant; the rows behind them are read when asked for.</param>
/// <param name="Permissions">Effective ones, spelled out, in catalog order.</param>
/// <param name="Address">Canonical text; empty when the connection has no address (a Unix socket).</param>
internal sealed record Viewer(Caller Caller, ImmutableArray<string> Permissions, string Address);
