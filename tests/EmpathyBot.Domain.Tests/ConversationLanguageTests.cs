using EmpathyBot.Domain.Conversations;

namespace EmpathyBot.Domain.Tests;

public sealed class ConversationLanguageTests
{
    [Theory]
    //          page     languages recognised, with the messages                            answered in
    [InlineData("en",    "",                                                               "en")]
    [InlineData("en",    "es:¿dónde está mi pedido?",                                      "es")]
    [InlineData("en",    "es:¿dónde está mi pedido?|:ok, gracias",                         "es")]
    [InlineData("es-MX", "es:¿dónde está mi pedido?",                                      "es-MX")]
    [InlineData("en_GB", "en:where is my order|es:mi pedido, gracias",                     "en_GB")]
    [InlineData("en",    "en:where is my order|es:mi pedido gracias|es:no ha llegado",     "es")]
    [InlineData("en",    "en:where is my order|es:quiero saber dónde está mi pedido",      "es")]
    [InlineData("en",    "es:¿dónde está mi pedido?|en:Nike Air Max",                      "es")]
    [InlineData("es",    "en:where is my order please, it is late",                        "en")]
    [InlineData("en",    "fr:où est ma commande",                                          "fr")]
    public void What_the_customer_writes_decides(string page, string messages, string locale)
    {
        var conversation = Conversation.Begin("c", "directline", page);
        foreach (var message in messages.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(message => message.Split(':', 2)))
            conversation = conversation.Apply(Said(message[1]) with { Language = message[0].Length > 0 ? message[0] : null });

        Assert.Equal(locale, conversation.Locale);
    }

    [Fact]
    public void The_form_of_address_holds_until_the_customer_changes_it()
    {
        var formal = Conversation.Begin("c", "directline", "es").Apply(Said("¿puede usted mirarlo?") with { Formal = true });

        Assert.True(formal.Apply(Said("gracias")).Formal);
        Assert.False(formal.Apply(Said("dime algo") with { Formal = false }).Formal);
    }

    private static CustomerSaid Said(string text) => new("t", DateTimeOffset.UnixEpoch, text, null, []);
}
