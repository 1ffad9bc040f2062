using System.Text;
using GraphQLTokens.Engine.Transports.WebSockets;

namespace GraphQLTokens.Engine.Tests.Transports.WebSockets;

public sealed class ClientMessageTests
{
    [Theory]
    [InlineData("""{"type":"connection_init"}""", "ConnectionInit", "", "")]
    [InlineData("""{"payload":{"a":[1]},"type":"connection_init"}""", "ConnectionInit", "", """{"a":[1]}""")]
    [InlineData("""{"type":"ping","payload":null}""", "Ping", "", "")]
    [InlineData("""{"type":"pong","unknown":[{}]}""", "Pong", "", "")]
    [InlineData("""{"unknown":{"type":"ping","id":[]},"type":"pong"}""", "Pong", "", "")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":""}}""", "Subscribe", "1", """{"query":""}""")]
    [InlineData("""{"id":"\u00e9","type":"complete"}""", "Complete", "é", "")]
    public void Reads_every_message_of_a_client(string text, string type, string id, string payload)
    {
        Assert.Null(ClientMessage.Read(Encoding.UTF8.GetBytes(text), out var message));
        Assert.Equal((type, id, payload), (message.Type.ToString(), message.Id, Encoding.UTF8.GetString(message.Payload.Span)));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("nonsense", "not JSON")]
    [InlineData("""{"type":"ping"} {}""", "not JSON")]
    [InlineData("""{"type":"ping",}""", "not JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("null", "not an object")]
    [InlineData("{}", "no type")]
    [InlineData("""{"type":1}""", "type is not a string")]
    [InlineData("""{"type":"PING"}""", "no client sends the type PING")]
    [InlineData("""{"type":"connection_ack"}""", "no client sends the type connection_ack")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""", "no client sends the type next")]
    [InlineData("""{"type":"error","id":"1","payload":[]}""", "payload is not an object")]
    [InlineData("""{"type":"ping","type":"pong"}""", "type is given twice")]
    [InlineData("""{"type":"ping","payload":{},"payload":{}}""", "payload is given twice")]
    [InlineData("""{"type":"complete","id":"1","id":"2"}""", "id is given twice")]
    [InlineData("""{"type":"connection_init","payload":"token"}""", "payload is not an object")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{a}"}}""", "subscribe needs an id")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{a}"}}""", "subscribe needs an id")]
    [InlineData("""{"type":"subscribe","id":1,"payload":{"query":"{a}"}}""", "id is not a string")]
    [InlineData("""{"type":"subscribe","id":"1"}""", "subscribe needs a payload")]
    [InlineData("""{"type":"subscribe","id":"1","payload":null}""", "subscribe needs a payload")]
    [InlineData("""{"type":"complete"}""", "complete needs an id")]
    [InlineData("""{"type":"complete","id":"\ud800"}""", "an escape for half a surrogate pair")]
    public void Says_what_is_wrong_with_a_message(string text, string fault) =>
        Assert.Equal("Invalid message: " + fault, ClientMessage.Read(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Reads_a_payload_of_any_depth_in_passing()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000)) + string.Concat(Enumerable.Repeat("]", 100_000));
        Assert.Null(ClientMessage.Read(Encoding.UTF8.GetBytes($$$"""{"type":"ping","payload":{"a":{{{deep}}}}}"""), out var message));
        Assert.Equal(200_006, message.Payload.Length);
    }
}
