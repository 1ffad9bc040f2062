using GraphQLTokens.Engine.Errors;
using GraphQLTokens.Engine.Language.Tree;
using GraphQLTokens.Engine.TypeSystem;

namespace GraphQLTokens.Engine.Validation;

/// <summary>
/// Section 5: whether a document may be executed against a schema. Every rule of the section in one walk; a document that passes cannot
/// go wrong later but by its variables and by what resolvers answer.
/// </summary>
public static class DocumentValidator
{
    /// <summary>
    /// Checks every rule. The work is bounded whatever the document: by the parser's limits, by <see cref="ValidationOptions.MaxSteps"/>, and
    /// no chain of fragments is followed by recursion.
    /// </summary>
    /// <returns>Empty where the document is valid; otherwise one error for each offence, all with code <see cref="ErrorCodes.ValidationFailed"/>, in no special order.</returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        options ??= ValidationOptions.Default;
        return Validate(schema, document, RuleSet.For(options), options).Errors;
    }

    /// <summary>The same with chosen rules; the context tells afterwards what it took.</summary>
    internal static ValidationContext Validate(Schema schema, DocumentNode document, RuleSet rules, ValidationOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        new ValidationWalk(context, rules).Document(document);
        return context;
    }
}
