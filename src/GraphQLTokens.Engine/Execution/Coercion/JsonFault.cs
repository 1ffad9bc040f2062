using System.Globalization;

namespace GraphQLTokens.Engine.Execution.Coercion;

/// <summary>Why a JSON value is none of its type, and where inside the variable. The path grows from the inside out, on failure alone.</summary>
internal readonly record struct JsonFault(string Words, string Path = "")
{
    public JsonFault InField(string name) => this with { Path = $".{name}{Path}" };

    public JsonFault InItem(int index) => this with { Path = string.Create(CultureInfo.InvariantCulture, $"[{index}]{Path}") };

    /// <summary><c> at "input.names[2]"</c>, or nothing where the variable itself is at fault.</summary>
    public string At(string variable) => Path.Length == 0 ? "" : $" at \"{variable}{Path}\"";
}
