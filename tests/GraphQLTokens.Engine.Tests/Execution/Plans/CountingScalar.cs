using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Scalars;

namespace GraphQLTokens.Engine.Tests.Execution.Plans;

/// <summary>Any value is zero; how many literals were read tells how often a document was looked at.</summary>
internal sealed class CountingScalar : Scalar
{
    public int LiteralsRead { get; private set; }

    public override string Name => "Count";

    public override Type ValueType => typeof(int);

    public override bool TryCoerceLiteral(ValueNode literal, [NotNullWhen(true)] out object? value, out string? error)
    {
        LiteralsRead++;
        return TryCoerceJson(default, out value, out error);
    }

    public override bool TryCoerceJson(JsonElement json, [NotNullWhen(true)] out object? value, out string? error)
    {
        error = null;
        value = 0;
        return true;
    }

    public override object Serialize(object value) => value;
}
