using GraphQLTokens.Engine;
using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Bench;

/// <summary>The service's schema with nothing behind it: enough to parse, validate and plan against.</summary>
internal static class SchemaUnderTest
{
    public static Schema Schema { get; } = SchemaLoader.Load(Read("schema.graphql"));

    public static ExecutableSchema Executable { get; } = SchemaBinder.Bind(Schema, Bindings());

    /// <summary>A document of one kilobyte, as a console would send it.</summary>
    public static string Document { get; } = """
        query TokenList($first: Int = 50, $after: String, $where: APITokenFilterInput, $detailed: Boolean! = true) {
          viewer { address permissions tenant { ...tenantFields } }
          apiTokens(first: $first, after: $after, where: $where, order: [{ createdAt: DESC }]) {
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            totalCount
            edges {
              cursor
              node { ...tokenFields ...tokenDates @include(if: $detailed) }
            }
          }
        }

        fragment tenantFields on Tenant { id name parent { id name } }

        fragment tokenFields on APIToken {
          id name description valueStart status permissions
          effectivePermissions allowedCIDRBlocks deniedCIDRBlocks
          tenant { ...tenantFields }
          owner { __typename ... on Tenant { ...tenantFields } }
        }

        fragment tokenDates on APIToken {
          notBefore expiresAt createdAt updatedAt rotatedAt lastUsedAt lastUsedFrom
          createdByActor { __typename ... on APIToken { id name } }
          updatedByActor { __typename ... on APIToken { id name } }
        }
        """;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SchemaUnderTest).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static SchemaBindings Bindings()
    {
        var bindings = new SchemaBindings().UseFallback((_, _) => _ => default, _ => null);
        foreach (var directive in Schema.DirectiveDefinitions.Where(directive => !directive.IsBuiltIn))
            bindings.AddDirective(new Passing(directive.Name));
        return bindings;
    }

    private sealed class Passing(string name) : IDirectiveHandler
    {
        public string Name => name;

        public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field) => (context, next) => next(context);

        public FieldMiddleware OnFieldOf(AppliedDirective directive, ObjectType type, FieldDefinition field) => (context, next) => next(context);

        public ObjectGuard OnObject(AppliedDirective directive, ObjectType type) => (_, _) => null;
    }
}
