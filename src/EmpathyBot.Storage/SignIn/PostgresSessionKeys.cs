using System.Xml.Linq;
using Dapper;
using EmpathyBot.Storage.PostgreSql;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EmpathyBot.Storage.SignIn;

/// <inheritdoc cref="SqliteSessionKeys"/>
internal sealed class PostgresSessionKeys(PostgresDatabase database) : IXmlRepository
{
    // The interface is not asynchronous. It is asked at start and then once a day.
    public IReadOnlyCollection<XElement> GetAllElements() =>
    [
        .. database.ReadAsync(connection => connection.QueryAsync<string>("select xml from session_keys order by id"), CancellationToken.None)
            .GetAwaiter().GetResult().Select(XElement.Parse),
    ];

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var xml = element.ToString(SaveOptions.DisableFormatting);
        database.WriteAsync(connection => connection.ExecuteAsync("insert into session_keys (xml) values (@xml)", new { xml }), CancellationToken.None)
            .GetAwaiter().GetResult();
    }
}
