using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Policy;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary>
/// <c>@requiresKey</c>: somebody with a live credential asks. The door has judged the credential before the document was looked at; what is
/// left to refuse here are requests that it lets in without one, for introspection alone.
/// </summary>
internal sealed class RequiresKeyDirective : IDirectiveHandler, IFieldGuard
{
    private static readonly FieldCheck AnyCaller = (_, in _) => null;

    public string Name => "requiresKey";

    public FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field) => AnyCaller;

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field) => AnyCaller.ToMiddleware();

    public FieldMiddleware OnFieldOf(AppliedDirective directive, ObjectType type, FieldDefinition field) => AnyCaller.ToMiddleware();
}
