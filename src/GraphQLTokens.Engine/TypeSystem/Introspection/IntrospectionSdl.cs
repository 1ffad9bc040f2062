namespace GraphQLTokens.Engine.TypeSystem.Introspection;

/// <summary>The schema of introspection (section 4.2). `includeDeprecated` is non-null with a default, as September 2025 has it: older documents fit.</summary>
internal static class IntrospectionSdl
{
    internal const string Text = """
        "What a server can answer: its types, its directives and the roots of its operations."
        type __Schema {
          description: String
          "Every type that the server supports."
          types: [__Type!]!
          "The type that queries start from."
          queryType: __Type!
          "The type that mutations start from, where the server supports them."
          mutationType: __Type
          "The type that subscriptions start from, where the server supports them."
          subscriptionType: __Type
          "Every directive that the server supports."
          directives: [__Directive!]!
        }

        "A type: a named one, or a list or non-null type around another. Which fields say something depends on its kind."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          specifiedByURL: String
          fields(includeDeprecated: Boolean! = false): [__Field!]
          interfaces: [__Type!]
          possibleTypes: [__Type!]
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          ofType: __Type
          isOneOf: Boolean
        }

        "What a type is."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object: `fields` and `interfaces` say something."
          OBJECT
          "An interface: `fields`, `interfaces` and `possibleTypes` say something."
          INTERFACE
          "A union: `possibleTypes` says something."
          UNION
          "An enum: `enumValues` says something."
          ENUM
          "An input object: `inputFields` says something."
          INPUT_OBJECT
          "A list: `ofType` says something."
          LIST
          "A type without null: `ofType` says something."
          NON_NULL
        }

        "A field of an object or interface type."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default value as GraphQL writes it, for when nothing is given."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "One of the values that an enum can have."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }

        "A directive: a way to change how a document is executed, or to say more about a schema."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "A place where a directive may stand."
        enum __DirectiveLocation {
          "On a query."
          QUERY
          "On a mutation."
          MUTATION
          "On a subscription."
          SUBSCRIPTION
          "On a field."
          FIELD
          "On a fragment's definition."
          FRAGMENT_DEFINITION
          "On the spread of a fragment."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On a variable's definition."
          VARIABLE_DEFINITION
          "On a schema's definition."
          SCHEMA
          "On a scalar's definition."
          SCALAR
          "On an object type's definition."
          OBJECT
          "On a field's definition."
          FIELD_DEFINITION
          "On an argument's definition."
          ARGUMENT_DEFINITION
          "On an interface's definition."
          INTERFACE
          "On a union's definition."
          UNION
          "On an enum's definition."
          ENUM
          "On the definition of an enum's value."
          ENUM_VALUE
          "On an input object's definition."
          INPUT_OBJECT
          "On the definition of an input object's field."
          INPUT_FIELD_DEFINITION
        }

        "The fields that the query root has beside its own."
        type __MetaFields {
          "The schema of this server."
          __schema: __Schema!
          "The type of that name, or null."
          __type(name: String!): __Type
        }
        """;
}
