using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace IncidentDesk.Benchmarks;

/// <summary>One connection that stays open and one request at a time, on a bare socket: what it measures is the server.</summary>
internal sealed class RawClient : IDisposable
{
    static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;
    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    byte[] _got = new byte[64 * 1024];
    int _length, _head;

    public RawClient(Uri server) => _socket.Connect(server.Host, server.Port);

    public ReadOnlySpan<byte> Body => _got.AsSpan(_head, _length - _head);

    public string? Header(string name) => Encoding.ASCII.GetString(_got, 0, _head).Split("\r\n")
        .FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    public static byte[] Post(string path, string body, params string[] headers) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(body)}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n{body}");

    /// <summary>Sends it, waits for the whole answer and tells its status.</summary>
    public int Send(ReadOnlySpan<byte> request)
    {
        _socket.Send(request);
        (_length, _head) = (0, 0);
        var expected = int.MaxValue;
        while (_length < expected)
        {
            if (_length == _got.Length) Array.Resize(ref _got, _got.Length * 2);
            var read = _socket.Receive(_got.AsSpan(_length));
            if (read == 0) throw new IOException("The server closed the connection.");
            _length += read;
            if (_head != 0 || _got.AsSpan(0, _length).IndexOf(EndOfHead) is not (>= 0 and var end)) continue;
            _head = end + EndOfHead.Length;
            expected = _head + BodyLength(_got.AsSpan(0, _head));
        }
        return Number(_got.AsSpan("HTTP/1.1 ".Length, 3));
    }

    static int BodyLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 ? Number(head[(at + "Content-Length: ".Length)..])
            : head.IndexOf(" 304 "u8) > 0 ? 0
            : throw new IOException("An answer without a length.");
    }

    static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new IOException("No number where there should be one.");

    public void Dispose() => _socket.Dispose();
}
