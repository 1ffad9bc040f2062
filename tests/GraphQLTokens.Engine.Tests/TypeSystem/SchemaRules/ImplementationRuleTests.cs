namespace GraphQLTokens.Engine.Tests.TypeSystem.SchemaRules;

public sealed class ImplementationRuleTests
{
    [Theory]
    [InlineData("type Query implements I { b: Int }\ninterface I { a: Int }", "Interface field I.a expected but Query does not provide it. [2:15 1:1]")]
    [InlineData("type Query implements I { a: String }\ninterface I { a: Int }", "Interface field I.a expects type Int but Query.a is type String. [2:18 1:30]")]
    [InlineData("type Query implements I { a: Int }\ninterface I { a: Int! }", "Interface field I.a expects type Int! but Query.a is type Int. [2:18 1:30]")]
    [InlineData("type Query implements I { a: [Int] }\ninterface I { a: Int }", "Interface field I.a expects type Int but Query.a is type [Int]. [2:18 1:30]")]
    [InlineData("type Query implements I { a: I }\ninterface I { a: Query }", "Interface field I.a expects type Query but Query.a is type I. [2:18 1:30]")]
    [InlineData("type Query implements I { a: Int }\ninterface I { a(x: Int): Int }", "Interface field argument I.a(x:) expected but Query.a does not provide it. [2:17 1:27]")]
    [InlineData("type Query implements I { a(x: Int!): Int }\ninterface I { a(x: Int): Int }", "Interface field argument I.a(x:) expects type Int but Query.a(x:) is type Int!. [2:20 1:32]")]
    [InlineData("type Query implements I { a(x: [Int]!): Int }\ninterface I { a(x: [Int!]!): Int }", "Interface field argument I.a(x:) expects type [Int!]! but Query.a(x:) is type [Int]!. [2:20 1:32]")]
    [InlineData("type Query implements I { a(x: [String!]!): Int }\ninterface I { a(x: [Int!]!): Int }", "Interface field argument I.a(x:) expects type [Int!]! but Query.a(x:) is type [String!]!. [2:20 1:32]")]
    [InlineData("type Query implements I { a(x: Int, y: Int!): Int }\ninterface I { a(x: Int): Int }", "Object field Query.a includes required argument y that is missing from the Interface field I.a. [1:37 2:15]")]
    [InlineData("type Query implements I { a: Int @deprecated }\ninterface I { a: Int }", "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated. [1:34 1:30]")]
    [InlineData("type Query { a: Int }\ninterface J implements I { b: Int }\ninterface I { a: Int }", "Interface field I.a expected but J does not provide it. [3:15 2:1]")]
    public void Refuses_fields_and_arguments_that_do_not_fit(string sdl, string fault) => Assert.Equal([fault], SchemaFaultsIn.Text(sdl));

    [Theory]
    [InlineData("type Query implements I { a(x: Int, y: Int, z: Int! = 1): Int! }\ninterface I { a(x: Int): Int }")]
    [InlineData("type Query implements I & J { a: [Query!]! b: Query u: Query } interface I { a: [I] u: U } union U = Query interface J implements I { a: [I!] b: J u: U }")]
    [InlineData("type Query implements I { a: Int @deprecated } interface I { a: Int @deprecated }")]
    [InlineData("type Query implements I { a(x: [[Int!]!]!): Int } interface I { a(x: [[Int!]!]!): Int }")]
    public void Accepts_narrower_fields_and_further_optional_arguments(string sdl) => Assert.Empty(SchemaFaultsIn.Text(sdl));
}
