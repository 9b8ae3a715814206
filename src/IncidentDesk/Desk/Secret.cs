using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentDesk;

/// <summary>Text that only its owner may know, such as a password: read from JSON, never written anywhere.</summary>
[JsonConverter(typeof(SecretConverter))]
public sealed record Secret(string Value)
{
    public static readonly Secret None = new("");

    public override string ToString() => "(secret)";
}

/// <summary>
/// Writes a secret as a keyed hash. The fingerprint of a command still tells two passwords apart, but what is stored of it cannot
/// be guessed from: the key lives and dies with the process.
/// </summary>
internal sealed class SecretConverter : JsonConverter<Secret>
{
    static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public override Secret Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString()!) : throw new JsonException("Write text.");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(value.Value))));
}
