using EmpathyBot.Domain.SignIn;

namespace EmpathyBot.Domain.Tests.SignIn;

public sealed class SignInTest
{
    [Theory]
    [InlineData("mira", "mira")]
    [InlineData("  Mira Lind ", "mira lind")]
    [InlineData("Mira@Example.COM", "mira@example.com")]
    [InlineData("ＭＩＲＡ", "mira")]
    [InlineData("Zoe\u0308", "zo\u00eb")]
    [InlineData("o'neil-ünal_2+x", "o'neil-ünal_2+x")]
    [InlineData("מירה", "מירה")]
    public void A_name_has_one_form_however_it_is_written(string typed, string name) => Assert.Equal(name, SignInName.Read(typed)!.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("<b>mira</b>")]
    [InlineData("mira\njoel")]
    [InlineData("mira\u0000")]
    [InlineData("mira\ud800")]
    [InlineData("mira;drop")]
    public void What_is_no_name_is_none(string? typed) => Assert.Null(SignInName.Read(typed));

    [Fact]
    public void A_name_that_is_too_long_is_none()
    {
        Assert.NotNull(SignInName.Read(new string('a', SignInName.CharsAtMost)));
        Assert.Null(SignInName.Read(new string('a', SignInName.CharsAtMost + 1)));
        // One sign that becomes eighteen when it is brought into the one form.
        Assert.Null(SignInName.Read(new string('\ufdfa', 50)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 10)]
    [InlineData(7, 20)]
    [InlineData(12, 640)]
    [InlineData(13, 900)]
    [InlineData(1_000_000, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Each_failed_try_beyond_the_free_ones_doubles_the_wait(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignInLimit.NameFromAddress.WaitAfter(failures));

    [Theory]
    [InlineData("agent", DeskRole.Agent)]
    [InlineData(" Supervisor ", DeskRole.Supervisor)]
    [InlineData("1", null)]
    [InlineData("agent, supervisor", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_role_is_read_by_its_code_only(string? code, DeskRole? role) => Assert.Equal(role, DeskRoles.Read(code));
}
