using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.Validation.Limits.Cost;

/// <summary>What the schema says about the cost of a field.</summary>
/// <param name="Weight">Running it once, its arguments apart.</param>
/// <param name="TypeWeight">Each value that it answers.</param>
/// <param name="IsList">Whether it answers several values.</param>
/// <param name="ListSize">Its <c>@listSize</c>.</param>
/// <param name="HasWeighedArguments">False where no argument can add anything.</param>
internal sealed record FieldCost(FieldDefinition Definition, double Weight, double TypeWeight, bool IsList, ListSize? ListSize, bool HasWeighedArguments);
