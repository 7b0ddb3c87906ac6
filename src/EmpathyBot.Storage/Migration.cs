using System.Globalization;

namespace EmpathyBot.Storage;

/// <summary>One numbered script of an engine's schema, applied once and never changed afterwards.</summary>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>All scripts of an engine, in order.</summary>
    /// <param name="engine">The folder it has here, such as <c>Sqlite</c>.</param>
    public static IReadOnlyList<Migration> Of(string engine)
    {
        var (assembly, prefix) = (typeof(Migration).Assembly, $"{typeof(Migration).Namespace}.{engine}.Migrations.");
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                // EmpathyBot.Storage.Sqlite.Migrations.0001-conversations.sql
                return new Migration(int.Parse(name[prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture), reader.ReadToEnd());
            })
            .OrderBy(migration => migration.Version)];
    }
}
