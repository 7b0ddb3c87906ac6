namespace StandIn.Tests.Dialogs;

public class ChoicePromptTests
{
    [Theory]
    [InlineData(ListStyle.Auto, "colour? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.Inline, "colour? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "colour?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.None, "colour?")]
    [InlineData(ListStyle.SuggestedAction, "colour?")]
    public Task Choices_are_written_in_the_style_that_is_set(ListStyle style, string text) =>
        Asking(new ChoicePrompt("ask") { Style = style }).Flow.Test("hi", text).StartTestAsync();

    [Fact]
    public async Task The_options_style_goes_before_the_prompt_s()
    {
        var run = Asking(new ChoicePrompt("ask") { Style = ListStyle.List });
        ((PromptOptions)run.Options!).Style = ListStyle.None;

        await run.Flow.Test("hi", "colour?").StartTestAsync();
    }

    [Theory]
    [InlineData(Channels.Directline, null)]
    [InlineData(Channels.Msteams, "personal")]
    public async Task Channels_with_buttons_get_suggested_actions_for_the_user(string channel, string? conversationType)
    {
        var reference = TestAdapter.CreateConversation("dialogs");
        reference.ChannelId = channel;
        reference.Conversation.ConversationType = conversationType;

        await Asking(new ChoicePrompt("ask"), new TestAdapter(reference)).Flow.Send("hi").AssertReply(reply =>
        {
            var suggested = reply.AsMessageActivity().SuggestedActions;
            Assert.Equal(["red", "green", "blue"], suggested.Actions.Select(action => (string)action.Value));
            Assert.Equal(["user1"], suggested.To);
        }).StartTestAsync();
    }

    [Fact]
    public async Task A_group_in_Teams_gets_a_card()
    {
        var reference = TestAdapter.CreateConversation("dialogs");
        reference.ChannelId = Channels.Msteams;
        reference.Conversation.ConversationType = "groupChat";

        await Asking(new ChoicePrompt("ask"), new TestAdapter(reference)).Flow.Send("hi").AssertReply(reply =>
        {
            var card = Assert.IsType<HeroCard>(Assert.Single(reply.AsMessageActivity().Attachments).Content);
            Assert.Equal(("colour?", 3), (card.Text, card.Buttons.Count));
        }).StartTestAsync();
    }

    [Fact]
    public async Task Titles_too_long_for_buttons_are_written_as_a_list()
    {
        var run = Asking(new ChoicePrompt("ask"), new TestAdapter(Channels.Webchat));
        ((PromptOptions)run.Options!).Choices = [new Choice("a title of more than twenty characters"), new Choice("b")];

        await run.Flow.Test("hi", "colour?\n\n   1. a title of more than twenty characters\n   2. b").StartTestAsync();
    }

    [Fact]
    public async Task The_application_s_prompt_is_not_changed()
    {
        var run = Asking(new ChoicePrompt("ask"));

        await run.Flow.Test("hi", "colour? (1) red, (2) green, or (3) blue").Test("none", "colour? (1) red, (2) green, or (3) blue").StartTestAsync();

        Assert.Equal("colour?", ((PromptOptions)run.Options!).Prompt.Text);
    }

    [Theory]
    [InlineData("red", "red")]
    [InlineData("GREEN", "green")]
    [InlineData("the blue one please", "blue")]
    [InlineData("2", "green")]
    [InlineData("the second", "green")]
    [InlineData("the last one", "blue")]
    [InlineData("three", "blue")]
    [InlineData("number 1.", "red")]
    [InlineData("1st", "red")]
    public Task A_choice_is_made_by_its_words_its_place_or_its_number(string said, string chosen) =>
        Asking(new ChoicePrompt("ask")).Flow
            .Send("hi").AssertReply(_ => { })
            .Test(said, "done: " + chosen)
            .StartTestAsync();

    [Theory]
    [InlineData("purple")]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("99999999999999999999")]
    [InlineData("🎨")]
    public Task What_is_no_choice_is_asked_again(string said) =>
        Asking(new ChoicePrompt("ask"), again: "Please choose.").Flow
            .Send("hi").AssertReply(_ => { })
            .Test(said, "Please choose. (1) red, (2) green, or (3) blue")
            .StartTestAsync();

    [Fact]
    public void Synonyms_and_titles_stand_for_their_choice()
    {
        List<Choice> choices = [new("refund") { Synonyms = ["money back"], Action = new CardAction(title: "Refund me") }, new("exchange")];

        Assert.Equal("refund", ChoiceRecognizers.RecognizeChoices("I want my money back", choices)[0].Resolution.Value);
        Assert.Equal("money back", ChoiceRecognizers.RecognizeChoices("I want my money back", choices)[0].Resolution.Synonym);
        Assert.Equal("refund", ChoiceRecognizers.RecognizeChoices("refund me", choices)[0].Resolution.Value);
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("refund me", choices, new FindChoicesOptions { NoValue = true, NoAction = true }));
    }

    [Fact]
    public void Numbers_and_places_may_be_switched_off()
    {
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("2", ["a", "b"], new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("the second", ["a", "b"], new FindChoicesOptions { RecognizeOrdinals = false }));
        Assert.Equal("b", Assert.Single(ChoiceRecognizers.RecognizeChoices("el segundo", ["a", "b"], new FindChoicesOptions { Locale = "es-es" })).Resolution.Value);
        Assert.Empty(ChoiceRecognizers.RecognizeChoices(null, ["a", "b"]));
    }

    [Fact]
    public void The_longest_of_overlapping_values_wins()
    {
        var found = Find.FindChoices("the bread pudding and bread please.", ["bread", "bread pudding", "pudding"]);

        Assert.Equal([(4, 16, "bread pudding", 1, 1f), (22, 26, "bread", 0, 1f)], found.Select(result => (result.Start, result.End, result.Text, result.Resolution.Index, result.Resolution.Score)));
    }

    [Fact]
    public void Words_between_the_words_of_a_value_cost_score()
    {
        var found = Assert.Single(Find.FindChoices("second from last one", ["second last"]));

        Assert.Equal(2f / 3, found.Resolution.Score);
        Assert.Empty(Find.FindChoices("second of all those before the last", ["second last"]));
    }

    [Fact]
    public void Several_choices_are_found_in_the_order_they_are_said()
    {
        Assert.Equal(["blue", "red"], Find.FindChoices("blue and red", ["red", "green", "blue"]).Select(found => found.Resolution.Value));
        Assert.Equal(["red", "blue"], ChoiceRecognizers.RecognizeChoices("option one and 3.", ["red", "green", "blue"]).Select(found => found.Resolution.Value));
    }

    [Fact]
    public void Words_are_broken_at_spaces_punctuation_and_symbols()
    {
        Assert.Equal(["food", "123"], Words("food 123"));
        Assert.Equal(["fo", "od", "1", "2", "3"], Words("fo%od 1?2|3"));
        Assert.Equal(["food", "💥", "👍", "😀"], Words("food 💥👍😀"));
        Assert.Empty(Words(null));
        Assert.Empty(Words(" . "));

        static IEnumerable<string> Words(string? text) => Tokenizer.DefaultTokenizer(text).Select(token => token.Text);
    }

    [Theory]
    [InlineData("es-ES", "colour? (1) red, (2) green, o (3) blue")]
    [InlineData("es-mx", "colour? (1) red, (2) green, o (3) blue")]
    [InlineData("DE", "colour? (1) red, (2) green, oder (3) blue")]
    [InlineData("fr-ca", "colour? (1) red, (2) green, ou (3) blue")]
    [InlineData("it-it", "colour? (1) red, (2) green o (3) blue")]
    [InlineData("xx", "colour? (1) red, (2) green, or (3) blue")]
    [InlineData("", "colour? (1) red, (2) green, or (3) blue")]
    public Task The_words_between_are_those_of_the_user_s_language(string locale, string text) =>
        Asking(new ChoicePrompt("ask"), new TestAdapter { Locale = locale }).Flow.Test("hi", text).StartTestAsync();

    [Fact]
    public void An_inline_list_may_have_its_own_words()
    {
        IList<Choice> choices = [new("a"), new("b"), new("c")];

        Assert.Equal("x a; b und c", ChoiceFactory.Inline(choices, "x", null, new ChoiceFactoryOptions("; ", " und ", " und ", false)).Text);
        Assert.Equal("x (1) a or (2) b", ChoiceFactory.Inline([.. choices.Take(2)], "x").Text);
        Assert.Equal("x\n\n   - a\n   - b\n   - c", ChoiceFactory.List(choices, "x", null, new ChoiceFactoryOptions { IncludeNumbers = false }).Text);
    }

    private static DialogRun Asking(ChoicePrompt prompt, TestAdapter? adapter = null, string? again = null)
    {
        var options = Say.Asking("colour?", again);
        options.Choices = [new Choice("red"), new Choice("green"), new Choice("blue")];
        return new DialogRun("ask", adapter ?? new TestAdapter(), prompt) { Options = options };
    }
}
