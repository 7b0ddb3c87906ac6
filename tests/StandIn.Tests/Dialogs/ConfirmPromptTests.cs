namespace StandIn.Tests.Dialogs;

public class ConfirmPromptTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yep!", true)]
    [InlineData("sure, go on", true)]
    [InlineData("ok", true)]
    [InlineData("👍", true)]
    [InlineData("1", true)]
    [InlineData("the first", true)]
    [InlineData("no", false)]
    [InlineData("Nope.", false)]
    [InlineData("not ok", false)]
    [InlineData("👎", false)]
    [InlineData("2", false)]
    public Task Yes_and_no_are_recognised(string said, bool answer) =>
        Asking(new ConfirmPrompt("ask")).Flow
            .Test("hi", "Sure? (1) Yes or (2) No")
            .Test(said, "done: " + answer)
            .StartTestAsync();

    [Theory]
    [InlineData("perhaps")]
    [InlineData("3")]
    [InlineData("know")]
    public Task Anything_else_is_asked_again(string said) =>
        Asking(new ConfirmPrompt("ask")).Flow
            .Test("hi", "Sure? (1) Yes or (2) No")
            .Test(said, "Yes or no? (1) Yes or (2) No")
            .StartTestAsync();

    [Theory]
    [InlineData("es-es", "Sure? (1) Sí o (2) No", "claro que sí", "True")]
    [InlineData("es-MX", "Sure? (1) Sí o (2) No", "no", "False")]
    [InlineData("de-de", "Sure? (1) Ja oder (2) Nein", "nein", "False")]
    [InlineData("de-de", "Sure? (1) Ja oder (2) Nein", "1", "True")]
    [InlineData("FR", "Sure? (1) Oui ou (2) Non", "Oui", "True")]
    [InlineData("nl", "Sure? (1) Ja of (2) Nee", "Nee", "False")]
    [InlineData("pt-BR", "Sure? (1) Sim ou (2) Não", "Não", "False")]
    [InlineData("ja-jp", "Sure? (1) はい または (2) いいえ", "いいえ", "False")]
    [InlineData("zh-cn", "Sure? (1) 是的 要么 (2) 不", "是的", "True")]
    [InlineData("zh-cn", "Sure? (1) 是的 要么 (2) 不", "2", "False")]
    [InlineData("", "Sure? (1) Yes or (2) No", "Yes", "True")]
    [InlineData("not-supported", "Sure? (1) Yes or (2) No", "No", "False")]
    public Task The_words_are_those_of_the_user_s_language(string locale, string prompt, string said, string answer) =>
        Asking(new ConfirmPrompt("ask"), new TestAdapter { Locale = locale }).Flow.Test("hi", prompt).Test(said, "done: " + answer).StartTestAsync();

    [Fact]
    public Task Numbers_count_only_when_they_are_shown()
    {
        var prompt = new ConfirmPrompt("ask") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } };

        return Asking(prompt).Flow
            .Test("hi", "Sure? Yes or No")
            .Test("2", "Yes or no? Yes or No")
            .Test("no", "done: False")
            .StartTestAsync();
    }

    [Fact]
    public Task The_choices_may_have_other_words()
    {
        var prompt = new ConfirmPrompt("ask") { ConfirmChoices = Tuple.Create(new Choice("Send it"), new Choice("Wait")), Style = ListStyle.List };

        return Asking(prompt).Flow
            .Test("hi", "Sure?\n\n   1. Send it\n   2. Wait")
            .Test("wait", "done: False")
            .StartTestAsync();
    }

    [Fact]
    public Task Own_defaults_replace_the_known_languages()
    {
        var prompt = new ConfirmPrompt("ask", new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>
        {
            ["en-us"] = (new Choice("Aye"), new Choice("Nay"), new ChoiceFactoryOptions { InlineOr = " / " }),
        });

        return Asking(prompt).Flow.Test("hi", "Sure? (1) Aye / (2) Nay").Test("nay", "done: False").StartTestAsync();
    }

    private static DialogRun Asking(ConfirmPrompt prompt, TestAdapter? adapter = null) =>
        new("ask", adapter ?? new TestAdapter(), prompt) { Options = Say.Asking("Sure?", "Yes or no?") };
}
