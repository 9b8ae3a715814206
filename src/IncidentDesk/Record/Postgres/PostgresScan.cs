using System.Buffers.Binary;
using System.Data.Common;
using IncidentDesk.Record.Sql;
using Npgsql;

namespace IncidentDesk.Record.Postgres;

/// <summary>
/// Reads what <c>COPY (…) TO STDOUT (FORMAT BINARY)</c> sends: for each row the count of its fields,
/// for each field its length and bytes.
/// </summary>
internal sealed class PostgresScan : Scan
{
    const int Signature = 11;
    readonly NpgsqlRawCopyStream _stream;
    byte[] _buffer = new byte[1 << 16];
    readonly int[] _at, _length;
    int _from, _until;

    public PostgresScan(DbConnection connection, string sql, int columns)
    {
        _stream = ((NpgsqlConnection)connection).BeginRawBinaryCopy($"COPY ({sql}) TO STDOUT (FORMAT BINARY)");
        (_at, _length) = (new int[columns], new int[columns]);
        Fill(Signature + 8);
        var extension = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(Signature + 4));
        Fill(Signature + 8 + extension);
        _from += Signature + 8 + extension;
    }

    public override bool Next()
    {
        var at = Need(0, 2);
        if (BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_from)) < 0) return false;
        for (var column = 0; column < _at.Length; column++)
        {
            at = Need(at, 4);
            var length = _length[column] = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_from + at - 4));
            _at[column] = at;
            if (length > 0) at = Need(at, length);
        }
        // Fields are kept as distances from the row's start, because filling moves it.
        for (var column = 0; column < _at.Length; column++) _at[column] += _from;
        _from += at;
        return true;
    }

    public override bool IsNull(int column) => _length[column] < 0;

    public override int Int(int column) => (int)Long(column);

    public override long Long(int column) => _length[column] switch
    {
        8 => BinaryPrimitives.ReadInt64BigEndian(_buffer.AsSpan(_at[column])),
        4 => BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(_at[column])),
        2 => BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_at[column])),
        1 => _buffer[_at[column]],
        _ => 0,
    };

    public override ReadOnlySpan<byte> Text(int column) => _length[column] > 0 ? _buffer.AsSpan(_at[column], _length[column]) : [];

    public override void Dispose()
    {
        // Left in the middle, the copy has to be called off or the connection waits for its end.
        if (_until >= 0 && !AtEnd()) _stream.Cancel();
        _stream.Dispose();
    }

    bool AtEnd() => _from + 2 <= _until && BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_from)) < 0;

    /// <summary>Makes sure that the row's next bytes are here; returns the place behind them, counted from its start.</summary>
    int Need(int at, int bytes)
    {
        Fill(at + bytes);
        return at + bytes;
    }

    void Fill(int bytes)
    {
        if (_until - _from >= bytes) return;
        if (_buffer.Length < bytes) Array.Resize(ref _buffer, Math.Max(bytes, _buffer.Length * 2));
        _buffer.AsSpan(_from, _until - _from).CopyTo(_buffer);
        (_from, _until) = (0, _until - _from);
        while (_until < bytes)
        {
            var read = _stream.Read(_buffer, _until, _buffer.Length - _until);
            if (read == 0) throw new EndOfStreamException("The database ended the copy within a row.");
            _until += read;
        }
    }
}
