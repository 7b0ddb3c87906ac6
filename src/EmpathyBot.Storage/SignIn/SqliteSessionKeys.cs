using System.Xml.Linq;
using Dapper;
using EmpathyBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EmpathyBot.Storage.SignIn;

/// <summary>
/// Keeps the keys that protect session cookies with everything else, so that a restart, a new container or another node
/// signs nobody out.
/// </summary>
internal sealed class SqliteSessionKeys(SqliteDatabase database) : IXmlRepository
{
    // The interface is not asynchronous. It is asked at start and then once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
    [
        .. database.ReadAsync(connection => connection.Query<string>("select xml from session_keys order by id").AsList(), CancellationToken.None)
            .GetAwaiter().GetResult().Select(XElement.Parse),
    ];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var xml = element.ToString(SaveOptions.DisableFormatting);
        database.WriteAsync(connection => connection.Execute("insert into session_keys (xml) values (@xml)", new { xml }), CancellationToken.None)
            .GetAwaiter().GetResult();
    }
}
