using System.Security.Cryptography;
using EmpathyBot.Domain.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EmpathyBot.AgentDesk.SignIn;

/// <summary>Hashes and checks passwords with ASP.NET Core Identity's hasher (PBKDF2, HMAC-SHA512).</summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>What OWASP asks for with HMAC-SHA512. More makes guessing a stolen hash dearer, and signing in slower.</summary>
    public const int Iterations = 210_000;

    private readonly PasswordHasher<DeskAccount> hasher;
    private readonly string nobodys;

    // Hashing is slow on purpose: many tries at once must not take the processors from customers' turns.
    private readonly SemaphoreSlim slots = new(Math.Max(1, Environment.ProcessorCount / 2));

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        hasher = new(options);
        nobodys = hasher.HashPassword(null!, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>The hash to store of a password that passed <see cref="PasswordRules"/>.</summary>
    public string Hash(string password) => hasher.HashPassword(null!, PasswordRules.Plain(password) ?? throw new ArgumentException("Not text.", nameof(password)));

    /// <summary>
    /// Whether it is the account's password. It takes as long when there is no account, or one without a password, so that
    /// time does not tell which names exist.
    /// </summary>
    public async Task<PasswordVerificationResult> CheckAsync(DeskAccount? account, string? password, CancellationToken cancellationToken)
    {
        var plain = password is { Length: <= PasswordRules.CharsAtMost } ? PasswordRules.Plain(password) : null;
        await slots.WaitAsync(cancellationToken);
        try
        {
            var result = hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? nobodys, plain ?? "");
            return account?.PasswordHash is null || plain is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();
}
