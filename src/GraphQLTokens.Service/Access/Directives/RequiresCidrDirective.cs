using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.TypeSystem.Types;
using GraphQLTokens.Service.Access.Policy;
using GraphQLTokens.Service.Domain;

namespace GraphQLTokens.Service.Access.Directives;

/// <summary><c>@requiresCIDR</c>: the caller's address lies within its credential's rules. Judged at the door for the whole request, and here for the field that says so.</summary>
internal sealed class RequiresCidrDirective : IDirectiveHandler, IFieldGuard
{
    private static readonly FieldCheck AddressAllowed = (caller, in _) => caller.Addresses.Judge(caller.Origin.Address) switch
    {
        AddressJudgement.Allowed => null,
        AddressJudgement.Unknown => Denial.Of(VerificationCode.AddressRequired),
        AddressJudgement.NotAllowed => Denial.Of(VerificationCode.AddressNotAllowed),
    };

    public string Name => "requiresCIDR";

    public FieldCheck CheckOf(AppliedDirective directive, FieldDefinition field) => AddressAllowed;

    public FieldMiddleware OnField(AppliedDirective directive, FieldDefinition field) => AddressAllowed.ToMiddleware();

    public FieldMiddleware OnFieldOf(AppliedDirective directive, ObjectType type, FieldDefinition field) => AddressAllowed.ToMiddleware();
}
