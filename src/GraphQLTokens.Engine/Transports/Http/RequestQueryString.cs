using System.Text;
using GraphQLTokens.Engine.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphQLTokens.Engine.Transports.Http;

/// <summary>
/// GraphQL over HTTP, "GET": the parameters stand in the query component of the URL, `variables` and `extensions` as JSON text. The empty
/// string is as good as absent, `null` as an operation's name is a name, and parameters that nobody knows are ignored.
/// </summary>
internal static class RequestQueryString
{
    /// <returns>Null, or what is wrong; <paramref name="parameters"/> then hold no request.</returns>
    public static GraphQLError? Read(QueryString queryString, GraphQLHttpOptions options, HttpParameters parameters)
    {
        var text = queryString.Value ?? "";
        if (text.Length > options.MaxQueryStringLength)
            return Refusals.QueryStringTooLong(options.MaxQueryStringLength);

        var seen = RequestMembers.None;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            if (ReadPair(pair, options, parameters, ref seen) is { } refusal)
                return refusal;
        }

        return parameters.NameADocument ? null : Refusals.Malformed("The parameter query is missing.");
    }

    private static GraphQLError? ReadPair(
        QueryStringEnumerable.EncodedNameValuePair pair,
        GraphQLHttpOptions options,
        HttpParameters parameters,
        ref RequestMembers seen)
    {
        var member = pair.DecodeName().Span switch
        {
            "query" => RequestMembers.Query,
            "documentId" => RequestMembers.DocumentId,
            "operationName" => RequestMembers.OperationName,
            "variables" => RequestMembers.Variables,
            "extensions" => RequestMembers.Extensions,
            _ => RequestMembers.None,
        };
        if (member == RequestMembers.None)
            return null;

        var name = member.WireName();
        if (seen.HasFlag(member))
            return Refusals.Malformed($"The parameter {name} is given twice.");
        seen |= member;
        if (!FormEncoding.TryDecode(pair.EncodedValue.Span, out var value))
            return Refusals.Unreadable($"The parameter {name} is not valid UTF-8.");
        if (value.IsEmpty)
            return null;

        switch (member)
        {
            case RequestMembers.Query:
                parameters.Document = Encoding.UTF8.GetString(value.Span);
                return null;
            case RequestMembers.DocumentId:
                parameters.DocumentId = Encoding.UTF8.GetString(value.Span);
                return null;
            case RequestMembers.OperationName:
                parameters.OperationName = Encoding.UTF8.GetString(value.Span);
                return null;
            default:
                return RequestJson.ReadMap(value, member, options.MaxVariablesDepth, parameters);
        }
    }
}
