using System.Xml.Linq;
using IncidentDesk.Record;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>
/// The keys that sign sessions and forms outlive a restart: in <c>Keys:Folder</c>, beside a
/// SQLite file, or in PostgreSQL.
/// </summary>
internal static class SessionKeys
{
    public static IServiceCollection AddSessionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("IncidentDesk");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = (configuration["Keys:Folder"] ?? s.GetRequiredService<DeskStore>().KeysFolder) is { } folder
                ? new FileSystemXmlRepository(Folder(folder), s.GetRequiredService<ILoggerFactory>())
                : new InDatabase(s.GetRequiredService<SessionKeyring>())));
        services.AddSingleton(s => SealWith(s.GetRequiredService<IDataProtectionProvider>().CreateProtector("IncidentDesk.secrets")));
        // It warns that the keys are not encrypted: they lie beside the record, under the same permissions.
        return services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    /// <summary>Secrets in the database are sealed with the same keys, which do not lie in a SQLite file.</summary>
    static Seal SealWith(IDataProtector protector) => new(text => protector.Protect(text), text =>
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    });

    /// <summary>Asked at the start and once a day, which is why it may wait.</summary>
    sealed class InDatabase(SessionKeyring keyring) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. keyring.All().Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) =>
            keyring.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
    }

    static DirectoryInfo Folder(string path)
    {
        var folder = OwnFiles.Own(path);
        foreach (var key in folder.EnumerateFiles("key-*.xml")) OwnFiles.Tighten(key.FullName);
        return folder;
    }
}
