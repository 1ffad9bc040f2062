using System.Runtime.InteropServices;
using System.Text.Json;
using GraphQLTokens.Engine.Errors;

namespace GraphQLTokens.Engine.Validation.Limits;

/// <summary>How long the JSON of a request's variables is: what is coerced, weighed and handed on. How deep it nests, the transports bound while they read it.</summary>
internal static class VariablesSize
{
    /// <param name="limit">In bytes of UTF-8, as sent.</param>
    public static GraphQLError? Check(JsonElement variables, int limit)
    {
        if (variables.ValueKind == JsonValueKind.Undefined)
            return null;
        var actual = JsonMarshal.GetRawUtf8Value(variables).Length;
        return actual <= limit
            ? null
            : LimitExceeded.Error(ErrorCodes.VariablesSizeLimitExceeded, $"The variables are {actual} bytes long; at most {limit} are allowed.", limit, actual);
    }
}
