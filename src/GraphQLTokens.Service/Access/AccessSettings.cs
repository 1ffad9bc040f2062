namespace GraphQLTokens.Service.Access;

/// <summary>Section <c>Access</c>: whom the doors let in.</summary>
internal sealed class AccessSettings
{
    public const string Section = "Access";

    /// <summary>Lets requests without any credential ask for the schema; every other field still asks for a key. Off unless set.</summary>
    public bool PublicIntrospection { get; set; }
}
