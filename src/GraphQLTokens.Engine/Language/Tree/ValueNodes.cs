using System.Collections.Immutable;

namespace GraphQLTokens.Engine.Language.Tree;

/// <summary>An input value as written (section 2.10).</summary>
public abstract class ValueNode(Location location) : SyntaxNode(location);

/// <summary>A variable (section 2.11), as a value or as what a definition defines.</summary>
public sealed class VariableNode(Location location, NameNode name) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.Variable;

    public NameNode Name { get; } = name;
}

/// <summary>An integer as its digits (section 2.10.1); of any length.</summary>
public sealed class IntValueNode(Location location, string value) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    public string Value { get; } = value;
}

/// <summary>A decimal as its text (section 2.10.2).</summary>
public sealed class FloatValueNode(Location location, string value) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    public string Value { get; } = value;
}

/// <summary>A string after its escapes, or a block string after its indentation is taken away (section 2.10.4).</summary>
public sealed class StringValueNode(Location location, string value, bool isBlock) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c> (section 2.10.3).</summary>
public sealed class BooleanValueNode(Location location, bool value) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    public bool Value { get; } = value;
}

/// <summary><c>null</c> (section 2.10.5).</summary>
public sealed class NullValueNode(Location location) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>A name that is a value (section 2.10.6).</summary>
public sealed class EnumValueNode(Location location, string value) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    public string Value { get; } = value;
}

/// <summary>A list (section 2.10.7).</summary>
public sealed class ListValueNode(Location location, ImmutableArray<ValueNode> values) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    public ImmutableArray<ValueNode> Values { get; } = values;
}

/// <summary>An input object (section 2.10.8), its fields in the order in which they were written.</summary>
public sealed class ObjectValueNode(Location location, ImmutableArray<ObjectFieldNode> fields) : ValueNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

public sealed class ObjectFieldNode(Location location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
