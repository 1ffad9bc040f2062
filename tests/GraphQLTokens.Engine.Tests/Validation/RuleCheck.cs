using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.Validation;

namespace GraphQLTokens.Engine.Tests.Validation;

/// <summary>Runs one rule alone over a document. Errors are written as their places and their message: <c>1:3 1:9 There can be ...</c></summary>
internal static class RuleCheck
{
    public static readonly Schema Schema = SchemaBuilder.Build([Parser.Parse("""
        directive @tag(name: String!, weight: Int = 1) repeatable on QUERY | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @once(level: Int) on QUERY | FIELD | VARIABLE_DEFINITION | FRAGMENT_DEFINITION
        scalar Instant
        enum State { ACTIVE EXPIRED REVOKED }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String! }
        type Token implements Named & Node { id: ID! name: String! state: State! scopes: [String!]! uses(limit: Int! = 10, since: Instant): [Use!]! owner: Owner lifetime: Int }
        type Use { at: Instant! token: Token! }
        type User implements Named & Node { id: ID! name: String! email: String tokens: [Token!]! lifetime: String }
        type Robot { serial: Int! }
        union Owner = User | Robot
        input Range { from: Instant to: Instant days: Int! = 30 }
        input Filter { text: String! states: [State!] range: Range and: [Filter!] max: Int }
        input Key @oneOf { id: ID name: String range: Range }
        type Query { token(id: ID!): Token tokens(where: Filter, state: State = ACTIVE, first: Int): [Token!]! find(key: Key): Node node(id: ID!): Node owner: Owner required(key: Key!): Int all(ids: [ID!]!, flags: [[Boolean]], ratio: Float, at: Instant): Int }
        type Mutation { delete(id: ID!): Boolean! }
        type Subscription { tokenUsed(id: ID!): Use changed: Token }
        """)]);

    public static void Accepts(string rule, string document) => Accepts(rule, document, Schema);

    public static void Accepts(string rule, string document, Schema schema) => Assert.Empty(Errors(rule, document, schema));

    public static void Refuses(string rule, string document, params string[] errors) => Refuses(rule, document, Schema, errors);

    public static void Refuses(string rule, string document, Schema schema, params string[] errors) =>
        Assert.Equal(errors.Order(), Errors(rule, document, schema).Order());

    public static IReadOnlyList<GraphQLError> Validate(string document, ValidationOptions? options = null) =>
        DocumentValidator.Validate(Schema, Parser.Parse(document, Generous), options);

    /// <summary>For documents that are larger than any request may be.</summary>
    public static ParserOptions Generous { get; } = ParserOptions.Trusted;

    private static string[] Errors(string rule, string document, Schema schema)
    {
        var rules = new RuleSet([SpecifiedRules.All.Single(known => known.Name == rule)]);
        var context = DocumentValidator.Validate(schema, Parser.Parse(document), rules, ValidationOptions.Default);
        return [.. context.Errors.Select(error => $"{string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))} {error.Message}")];
    }
}
