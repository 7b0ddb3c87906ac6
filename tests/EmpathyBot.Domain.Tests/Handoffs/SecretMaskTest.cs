using System.Diagnostics;
using EmpathyBot.Domain.Handoffs;

namespace EmpathyBot.Domain.Tests.Handoffs;

public class SecretMaskTest
{
    [Theory]
    [InlineData("my card 4111 1111 1111 1111 was charged", "my card [card number] was charged", "card number")]
    [InlineData("5500-0000-0000-0004", "[card number]", "card number")]
    [InlineData("378282246310005.", "[card number].", "card number")]
    [InlineData("4111111111111111 12 times", "[card number] 12 times", "card number")]
    [InlineData("NL91 ABNA 0417 1643 00 please", "[bank account] please", "bank account")]
    [InlineData("pay to DE89370400440532013000, thanks", "pay to [bank account], thanks", "bank account")]
    [InlineData("BE68 5390 0754 7034 okay", "[bank account] okay", "bank account")]
    [InlineData("be68539007547034", "[bank account]", "bank account")]
    [InlineData("my password is hunter2.", "my password is [password].", "password")]
    [InlineData("Password: Tr0ub4dor&3", "Password: [password]", "password")]
    [InlineData("the PIN is 4321!", "the PIN is [password]!", "password")]
    [InlineData("my password is \"open sesame\"", "my password is \"[password]\"", "password")]
    [InlineData("password for my account is swordfish", "password for my account is [password]", "password")]
    [InlineData("pwd=abc123", "pwd=[password]", "password")]
    [InlineData("mijn wachtwoord is geheim", "mijn wachtwoord is [password]", "password")]
    [InlineData("I am 078-05-1120", "I am [national id]", "national id")]
    [InlineData("SSN 078051120", "SSN [national id]", "national id")]
    [InlineData("mijn BSN is 111222333", "mijn BSN is [national id]", "national id")]
    [InlineData("NI number QQ 12 34 56 C and AB123456C", "NI number QQ 12 34 56 C and [national id]", "national id")]
    [InlineData("DNI 12345678Z", "DNI [national id]", "national id")]
    [InlineData("NIE X1234567L", "NIE [national id]", "national id")]
    [InlineData("Steuer-ID 86 095 742 719", "Steuer-ID [national id]", "national id")]
    [InlineData("INSEE 2 69 05 49 588 157 80", "INSEE [national id]", "national id")]
    [InlineData("codice fiscale RSSMRA85T10A562S", "codice fiscale [national id]", "national id")]
    [InlineData("CURP HEGG560427MVZRRL04", "CURP [national id]", "national id")]
    [InlineData("passport no. 533401872", "passport no. [national id]", "national id")]
    [InlineData("cvv: 123", "cvv: [card code]", "card code")]
    [InlineData("mi contraseña es Luna2031", "mi contraseña es [password]", "password")]
    [InlineData("la clave es tomate99 y no entra", "la clave es [password] y no entra", "password")]
    [InlineData("ES91-2100-0418-4502-0005-1332", "[bank account]", "bank account")]
    public void Secrets_are_masked(string text, string masked, string kind)
    {
        var result = SecretMask.Mask(text);

        Assert.Equal(masked, result.Text);
        Assert.Equal([kind], result.Kinds);
    }

    [Theory]
    [InlineData("order 10023")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("0000000000000000")]
    [InlineData("tracking 3SABCD1234567")]
    [InlineData("call me on +31 6 12345678")]
    [InlineData("my password is not working")]
    [InlineData("my password is wrong?")]
    [InlineData("the pin is missing from the parcel")]
    [InlineData("I forgot my password")]
    [InlineData("000-12-3456 and 078-05-11201")]
    [InlineData("mijn BSN is 111222334")]
    [InlineData("111222333")]
    [InlineData("12345678A")]
    [InlineData("NL92ABNA0417164300")]
    [InlineData("IMEI 490154203237518")]
    [InlineData("EAN 4006381333931")]
    [InlineData("the passport cover is torn")]
    [InlineData("mi contraseña es incorrecta")]
    [InlineData("la clave es la paciencia")]
    [InlineData("86095742710")]
    [InlineData("")]
    [InlineData("😀😀 ٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨")]
    public void What_only_looks_like_one_stays(string text)
    {
        var result = SecretMask.Mask(text);

        Assert.Equal(text, result.Text);
        Assert.Empty(result.Kinds);
    }

    [Fact]
    public void Each_kind_is_named_once()
    {
        var result = SecretMask.Mask("4111111111111111 or 5500000000000004, password: x1y2, SSN 078-05-1120");

        Assert.Equal("[card number] or [card number], password: [password], SSN [national id]", result.Text);
        Assert.Equal(["password", "card number", "national id"], result.Kinds);
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var once = SecretMask.Mask("card 4111111111111111, password: x1y2, NL91ABNA0417164300");

        Assert.Equal(once.Text, SecretMask.Mask(once.Text).Text);
        Assert.Empty(SecretMask.Mask(once.Text).Kinds);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("AB12 ")]
    [InlineData("password is ")]
    [InlineData("password for ")]
    [InlineData("bsn ")]
    [InlineData("A")]
    public void However_long_a_text_time_stays_bounded(string repeated)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 50_000 / repeated.Length));
        var watch = Stopwatch.StartNew();

        SecretMask.Mask(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Secrets_that_others_found_are_masked_wherever_they_stand_and_parts_of_others_after_them()
    {
        var known = new[] { new KnownSecret("X123", SecretMask.NationalId), new KnownSecret("X1234567", SecretMask.NationalId), new KnownSecret("gone", SecretMask.Password), new KnownSecret("", SecretMask.Password) };
        var result = SecretMask.Mask("card 4111111111111111, passport X1234567, again X1234567, half X123", known);
        Assert.Equal("card [card number], passport [national id], again [national id], half [national id]", result.Text);
        Assert.Equal([SecretMask.CardNumber, SecretMask.NationalId], result.Kinds);
        Assert.Equal(result.Text, SecretMask.Mask(result.Text, known).Text);
    }
}
