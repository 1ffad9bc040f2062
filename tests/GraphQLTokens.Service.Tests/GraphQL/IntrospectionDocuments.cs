namespace GraphQLTokens.Service.Tests.GraphQL;

/// <summary>What tools ask a schema for: as of today, and as of ten years ago.</summary>
internal static class IntrospectionDocuments
{
    public static string Full => Document("(includeDeprecated: true)", "isRepeatable", "specifiedByURL isOneOf", "isDeprecated deprecationReason", levels: 9);

    public static string Old => Document("", "", "", "", levels: 7);

    private static string Document(string withDeprecated, string directive, string type, string inputValue, int levels) => $$"""
        query IntrospectionQuery {
          __schema {
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description {{directive}} locations args{{withDeprecated}} { ...InputValue } }
          }
        }

        fragment FullType on __Type {
          kind
          name
          description
          {{type}}
          fields(includeDeprecated: true) {
            name
            description
            args{{withDeprecated}} { ...InputValue }
            type { ...TypeRef }
            isDeprecated
            deprecationReason
          }
          inputFields{{withDeprecated}} { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }

        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue {{inputValue}} }

        fragment TypeRef on __Type { kind name {{string.Concat(Enumerable.Repeat("ofType { kind name ", levels))}}{{new string('}', levels)}} }
        """;
}
