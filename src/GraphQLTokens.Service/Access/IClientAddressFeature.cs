using System.Net;

namespace GraphQLTokens.Service.Access;

/// <summary>The client's address as the hosting room worked it out behind trusted proxies. Where the feature is absent, the connection's own address counts.</summary>
internal interface IClientAddressFeature
{
    /// <summary>Null: unknown. A token with address rules is then refused.</summary>
    IPAddress? Address { get; }
}
