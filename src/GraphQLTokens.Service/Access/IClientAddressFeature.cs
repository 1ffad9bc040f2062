using System.Net;

namespace GraphQLTokens.Service.Access;

internal interface IClientAddressFeature
{
    IPAddress? Address { get; }
}
