namespace GraphQLTokens.Bench.Servers;

/// <summary>The sample as a schema, and the code behind it.</summary>
public static class SampleSchema
{
    public const string Text = """
        type Query {
          viewer: Viewer!
          tokens: [Token!]!
        }

        type Viewer {
          id: ID!
          name: String!
          address: String!
          active: Boolean!
        }

        type Token {
          id: ID!
          name: String!
          valueStart: String!
          status: Status!
          createdAt: String!
          lastUsedFrom: String
          uses: Int!
          expires: Boolean!
        }

        enum Status {
          ACTIVE
          INACTIVE
        }
        """;
}

public static class SampleQueries
{
    public static SampleViewer Viewer() => Sample.Viewer;

    public static IReadOnlyList<SampleToken> Tokens() => Sample.Tokens;
}
