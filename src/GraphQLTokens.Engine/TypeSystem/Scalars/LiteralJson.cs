using System.Buffers;
using System.Globalization;
using System.Text.Json;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.Language.Tree;

namespace GraphQLTokens.Engine.TypeSystem.Scalars;

/// <summary>A literal as the JSON that it means, for scalars whose values are any JSON.</summary>
public static class LiteralJson
{
    // The reader's own bound, 64, lies below what the parser may let through: a literal between the two is no failure of the server.
    private static readonly JsonDocumentOptions AsDeepAsDocuments = new() { MaxDepth = ParserOptions.DeepestAllowed };

    /// <summary>Enum names become strings; numbers keep their digits. The literal must hold no variable.</summary>
    public static JsonElement ToJson(ValueNode literal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, literal);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, AsDeepAsDocuments);
        return document.RootElement.Clone();
    }

    // As deep as the parser let the document be.
    private static void Write(Utf8JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            case NullValueNode:
                writer.WriteNullValue();
                break;
            case BooleanValueNode boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case IntValueNode integer:
                writer.WriteRawValue(integer.Value);
                break;
            case FloatValueNode number:
                writer.WriteRawValue(number.Value);
                break;
            case StringValueNode text:
                writer.WriteStringValue(text.Value);
                break;
            case EnumValueNode name:
                writer.WriteStringValue(name.Value);
                break;
            case ListValueNode list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectValueNode value:
                writer.WriteStartObject();
                foreach (var field in value.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A {literal.Kind} is no constant."), nameof(literal));
        }
    }
}
