using IncidentDesk.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace IncidentDesk.Web.People.SigningIn;

/// <summary>The keys that sign sessions and forms outlive a restart: in <c>Keys:Folder</c>, or beside the database.</summary>
internal static class SessionKeys
{
    public static IServiceCollection AddSessionKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("IncidentDesk");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new FileSystemXmlRepository(
                Folder(configuration["Keys:Folder"] ?? s.GetRequiredService<DeskStore>().Place + ".keys"), s.GetRequiredService<ILoggerFactory>())));
        // It warns that the keys are not encrypted: they lie beside the record, under the same permissions.
        return services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
