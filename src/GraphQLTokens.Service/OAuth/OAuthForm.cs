using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace GraphQLTokens.Service.OAuth;

/// <summary>
/// The parameters of a request, from a form in the body and from nowhere else: what stands in a URL gets into logs and histories. RFC 6749 section 3.2:
/// one without a value counts as left out, and none is given twice.
/// </summary>
internal sealed class OAuthForm
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly FormOptions Bounds = new() { BufferBodyLengthLimit = 64 * 1024, ValueCountLimit = 64, KeyLengthLimit = 256, ValueLengthLimit = 16 * 1024 };

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    /// <summary>Null when the parameter was left out.</summary>
    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <returns>The form, or why there is none.</returns>
    public static async Task<(OAuthForm? Form, OAuthError? Error)> ReadAsync(HttpContext context)
    {
        if (!IsForm(context.Request))
            return (null, Invalid($"Send the parameters as {FormType}, in UTF-8 and not compressed."));
        IFormCollection read;
        try
        {
            read = await new FormFeature(context.Request, Bounds).ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return (null, Invalid("The form is broken, or too large."));
        }

        var form = new OAuthForm();
        foreach (var (name, values) in read)
        {
            if (values.Count > 1)
                return (null, Invalid($"The parameter {(IsName(name) ? name : "(unprintable)")} is given more than once."));
            if (values.ToString() is { Length: > 0 } value)
                form.fields.Add(name, value);
        }

        return (form, null);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out string? value) => fields.TryGetValue(name, out value);

    /// <summary>A form has no other encoding (URL standard, section 5.1); read in one that a sender names, the same bytes would be other parameters.</summary>
    private static bool IsForm(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || Encoding.UTF8.WebName.Equals(HeaderUtilities.RemoveQuotes(type.Charset).Value, StringComparison.OrdinalIgnoreCase));

    private static bool IsName(string name) => name.Length <= 64 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    private static OAuthError Invalid(string words) => new(OAuthError.InvalidRequest, words);
}
