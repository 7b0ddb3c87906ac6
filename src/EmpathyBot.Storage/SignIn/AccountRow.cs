using System.Text.Json;
using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Storage.SignIn;

internal sealed record AccountRow
{
    public const string Columns =
        """
        id as Id, name as Name, role as Role, stamp as Stamp, sign_in_name as SignInName, password_hash as PasswordHash,
          issuer as Issuer, subject as Subject, disabled_at as DisabledAt, created_at as CreatedAt, version as Version
        """;

    public const string ById = $"select {Columns} from accounts where id = @id";

    public const string ByName = $"select {Columns} from accounts where sign_in_name = @Text";

    public const string BySubject = $"select {Columns} from accounts where issuer = @issuer and subject = @subject";

    public const string Add =
        """
        insert into accounts (id, name, role, stamp, sign_in_name, password_hash, issuer, subject, disabled_at, created_at, version)
        values (@Id, @Name, @Role, @Stamp, @SignInName, @PasswordHash, @Issuer, @Subject, @DisabledAt, @CreatedAt, @Version)
        on conflict do nothing
        """;

    public const string Change =
        """
        update accounts set name = @Name, role = @Role, stamp = @Stamp, password_hash = @PasswordHash, disabled_at = @DisabledAt, version = @Version
        where id = @Id and version = @Version - 1
        """;

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
    public required string Stamp { get; init; }
    public string? SignInName { get; init; }
    public string? PasswordHash { get; init; }
    public string? Issuer { get; init; }
    public string? Subject { get; init; }
    public long? DisabledAt { get; init; }
    public required long CreatedAt { get; init; }
    public required int Version { get; init; }

    public static AccountRow Of(DeskAccount account) => new()
    {
        Id = account.Id, Name = account.Name, Role = account.Role.ToCode(), Stamp = account.Stamp, SignInName = account.SignInName,
        PasswordHash = account.PasswordHash, Issuer = account.Issuer, Subject = account.Subject,
        DisabledAt = account.DisabledAt?.ToUnixTimeMilliseconds(), CreatedAt = account.CreatedAt.ToUnixTimeMilliseconds(), Version = account.Version,
    };

    public DeskAccount ToAccount() => new(
        Id, Name, DeskRoles.Read(Role) ?? throw new JsonException($"The account {Id} has an unknown role."), Stamp,
        DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt))
    {
        SignInName = SignInName, PasswordHash = PasswordHash, Issuer = Issuer, Subject = Subject,
        DisabledAt = DisabledAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, Version = Version,
    };
}
