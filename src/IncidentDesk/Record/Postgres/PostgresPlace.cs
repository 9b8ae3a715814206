using System.Data.Common;
using Npgsql;

namespace IncidentDesk.Record.Postgres;

/// <summary>What a connection string for PostgreSQL says, in words.</summary>
internal static class PostgresPlace
{
    public const int Oldest = 15;

    /// <summary>Whether it names a server. What is no connection string at all, SQLite refuses.</summary>
    public static bool Is(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// The few statements of a command come again with each command; prepared, it takes two thirds of the time. A pooler between
    /// desk and server may not bear that: what the operator says holds.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "IncidentDesk" };
        if (!place.ShouldSerialize("Max Auto Prepare")) place.MaxAutoPrepare = 64;
        return place;
    }

    public static string Words(NpgsqlConnectionStringBuilder place) =>
        $"the database {place.Database} on {place.Host}:{place.Port} (PostgreSQL)";

    /// <summary>Why it cannot be used, and what to do; null for what is not about the connection string.</summary>
    public static string? Problem(NpgsqlException broken, NpgsqlConnectionStringBuilder place) =>
        (broken as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => $"There is no database {place.Database} on {place.Host}:{place.Port}. "
                + $"Create it (CREATE DATABASE {place.Database}), or set another one in ConnectionStrings:Desk.",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"PostgreSQL on {place.Host}:{place.Port} rejects the user {place.Username}. "
                    + "Check Username and Password in ConnectionStrings:Desk.",
            null when broken.InnerException is System.Net.Sockets.SocketException or TimeoutException =>
                $"Nothing answers at {place.Host}:{place.Port}. Start PostgreSQL, or check Host and Port in ConnectionStrings:Desk.",
            _ => null,
        };

    public static string? TooOld(Version version) => version.Major >= Oldest
        ? null : $"The desk needs PostgreSQL {Oldest} or later; this server is {version}. Nothing was changed on it.";
}
