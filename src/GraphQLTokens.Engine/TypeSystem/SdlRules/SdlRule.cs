using System.Collections.Immutable;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem.Building;
using GraphQLTokens.Engine.TypeSystem.Types;

namespace GraphQLTokens.Engine.TypeSystem.SdlRules;

/// <summary>A rule on the text of a schema. One <see cref="SdlWalk"/> calls every rule for every element, in the order of the documents; a rule lives for one walk.</summary>
internal abstract class SdlRule(SdlRuleContext context)
{
    protected SdlRuleContext Context { get; } = context;

    protected SchemaFaults Faults => Context.Faults;

    public virtual void CheckSchema(SchemaNode node)
    {
    }

    public virtual void CheckType(TypeDefinitionNode node)
    {
    }

    public virtual void CheckField(TypeDefinitionNode owner, FieldDefinitionNode node)
    {
    }

    public virtual void CheckDirectiveDefinition(DirectiveDefinitionNode node)
    {
    }

    /// <summary>Every name of a type where it is used.</summary>
    public virtual void CheckReference(NamedTypeNode node)
    {
    }

    /// <summary>All directives of one element.</summary>
    /// <param name="owner">The element; extensions pass what they extend, as far as it is the same element.</param>
    public virtual void CheckDirectives(ImmutableArray<DirectiveNode> nodes, DirectiveLocation location, object owner)
    {
    }

    /// <summary>Every object among the arguments of directives and the default values.</summary>
    public virtual void CheckObject(ObjectValueNode node)
    {
    }
}
