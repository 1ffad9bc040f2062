using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.Tests.Language;

public sealed class SyntaxWalkerTests
{
    [Fact]
    public void Visits_children_in_the_order_of_graphql_js()
    {
        var walker = new Recorder();
        Assert.True(walker.Walk(Parser.Parse("query Q($v: T = 1 @d) @e { x: f(a: $v) @g { id } ...F }")));
        Assert.Equal(
            "Document OperationDefinition Name=Q VariableDefinition Variable Name=v NamedType Name=T IntValue Directive Name=d Directive Name=e SelectionSet "
            + "Field Name=x Name=f Argument Name=a Variable Name=v Directive Name=g SelectionSet Field Name=id FragmentSpread Name=F",
            string.Join(' ', walker.Entered));
    }

    [Theory]
    [InlineData("\"d\" type T implements I @d { \"e\" f(a: Int = 1 @g): S @h }", "StringValue Name=T NamedType Name=I Directive Name=d FieldDefinition StringValue Name=f InputValueDefinition Name=a NamedType Name=Int IntValue Directive Name=g NamedType Name=S Directive Name=h")]
    [InlineData("\"d\" directive @d(a: Int) on FIELD | QUERY", "StringValue Name=d InputValueDefinition Name=a NamedType Name=Int Name=FIELD Name=QUERY")]
    [InlineData("\"d\" schema @d { query: Q }", "StringValue Directive Name=d OperationTypeDefinition NamedType Name=Q")]
    [InlineData("\"d\" union U @d = A | B", "StringValue Name=U Directive Name=d NamedType Name=A NamedType Name=B")]
    [InlineData("extend enum E @d { A @e }", "Name=E Directive Name=d EnumValueDefinition Name=A Directive Name=e")]
    [InlineData("\"d\" fragment F on T @d { ... on U @e { a } }", "StringValue Name=F NamedType Name=T Directive Name=d SelectionSet InlineFragment NamedType Name=U Directive Name=e SelectionSet Field Name=a")]
    public void Visits_the_children_of_definitions_in_that_order_too(string text, string below)
    {
        var walker = new Recorder();
        walker.Walk(Parser.Parse(text).Definitions[0]);
        Assert.Equal(below, string.Join(' ', walker.Entered.Skip(1)));
    }

    [Fact]
    public void Visits_every_node_of_every_kind_and_leaves_it()
    {
        var document = Parser.Parse(EveryKind.Text);
        var recorder = new Recorder();
        recorder.Walk(document);
        var counter = new CountingWalker();
        counter.Walk(document);

        Assert.Empty(Enum.GetNames<SyntaxKind>().Except(recorder.Entered.Select(name => name.Split('=')[0])));
        Assert.Equal(NodesBelow(document) + 1, counter.Entered);
        Assert.Equal(counter.Entered, counter.Left);
    }

    [Fact]
    public void Leaves_what_it_skips_and_passes_over_its_children()
    {
        var walker = new Recorder { Skipped = SyntaxKind.Field };
        Assert.True(walker.Walk(SelectionSet("a { b }")));
        Assert.Equal("SelectionSet Field", string.Join(' ', walker.Entered));
        Assert.Equal("Field SelectionSet", string.Join(' ', walker.Left));
    }

    [Fact]
    public void Ends_at_once_where_it_is_stopped()
    {
        var walker = new Recorder { StoppedAt = SyntaxKind.Argument };
        Assert.False(walker.Walk(SelectionSet("a(b: 1) c")));
        Assert.Equal("SelectionSet Field Name=a Argument", string.Join(' ', walker.Entered));
        Assert.Equal("Name", string.Join(' ', walker.Left));
    }

    [Fact]
    public void Allocates_nothing()
    {
        var document = Parser.Parse(EveryKind.Text);
        var walker = new CountingWalker();
        walker.Walk(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        walker.Walk(document);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static SelectionSetNode SelectionSet(string text) => ((OperationDefinitionNode)Parser.Parse($"{{ {text} }}").Definitions[0]).SelectionSet;

    /// <summary>Counts by reflection, apart from the walker.</summary>
    private static int NodesBelow(SyntaxNode node) => node.GetType().GetProperties()
        .Select(property => property.GetValue(node))
        .SelectMany(value => value is SyntaxNode one ? [one] : value is System.Collections.IEnumerable many and not string ? many.Cast<SyntaxNode>() : [])
        .Sum(child => 1 + NodesBelow(child));

    private sealed class Recorder : SyntaxWalker
    {
        public SyntaxKind? Skipped { get; init; }

        public SyntaxKind? StoppedAt { get; init; }

        public List<string> Entered { get; } = [];

        public List<string> Left { get; } = [];

        protected override WalkAction Enter(SyntaxNode node)
        {
            Entered.Add(node is NameNode name ? $"Name={name.Value}" : node.Kind.ToString());
            return node.Kind == StoppedAt ? WalkAction.Stop : node.Kind == Skipped ? WalkAction.SkipChildren : WalkAction.Continue;
        }

        protected override void Leave(SyntaxNode node) => Left.Add(node.Kind.ToString());
    }
}
