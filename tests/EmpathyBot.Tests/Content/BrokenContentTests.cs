using EmpathyBot.Content;
using static EmpathyBot.Tests.Content.ContentFolder;

namespace EmpathyBot.Tests.Content;

public sealed class BrokenContentTests : IDisposable
{
    private readonly ContentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Good_content_loads()
    {
        Assert.Equal("You have 30 days.", _folder.Load().FindArticle("returns", "en")?.Body);
    }

    [Theory]
    // The style and grammar of acknowledgements.
    [InlineData(Acknowledgements, "apologise:", "apologize:", 1, "\"apologize\" is no act. Known are: reflect, validate, apologise")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing]\n    emotions: [rage]", 4, "\"rage\" is no emotion. Known are: neutral, anger")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing]\n    targets: [weather]", 4, "\"weather\" is no target.")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing]\n    intensity: 0.9..0.1", 4, "\"intensity\" must be two numbers")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing]\n    intensity: strong", 4, "\"intensity\" must be two numbers")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing]\n    colour: red", 4, "\"colour\" is not known here. Known are: id, text, names, emotions, targets, intensity.")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [place]", 3, "\"place\" cannot be named. Known are: thing, span, count, mishap, loss.", 2)]
    [InlineData(Acknowledgements, "    names: [thing]\n", "", 3, "{{thing}} is used but not declared. Add \"names: [thing]\".")]
    [InlineData(Acknowledgements, "names: [thing]", "names: [thing, span]", 3, "\"span\" is declared but not used in the text.")]
    [InlineData(Acknowledgements, "{{thing}}", "{{thing}} and {{order}}", 4, "{{order}} is not known here. Known are: thing, span, count, mishap.")]
    [InlineData(Acknowledgements, "{{thing}}", "{{thing", 4, "Braces do not match.", 2)]
    [InlineData(Acknowledgements, "{{thing}}", "{{#each thing}}x{{/each}} {{thing}}", 4, "\"{{#each thing}}\" is not understood.", 2)]
    [InlineData(Acknowledgements, "{{thing}}", "{{#if thing}}{{thing}}", 4, "{{#if …}} is not closed with {{/if}}.")]
    [InlineData(Acknowledgements, "{{thing}}", "{{thing}}{{else}}", 4, "{{else}} stands outside of {{#if}}.")]
    [InlineData(Acknowledgements, "{{thing}}.", "{{thing}}!", 4, "It has an exclamation mark.")]
    [InlineData(Acknowledgements, "{{thing}}.", "{{thing}} 😊.", 4, "It has an emoji.")]
    [InlineData(Acknowledgements, "{{thing}}.", "{{thing}}, which went on and on and on through all of these many weeks without anyone ever telling you so much as one single word.", 4, "It has 33 words")]
    [InlineData(Acknowledgements, "- id: sorry-thing\n    names", "- id: sorry-thing\n    text: Sorry, that went wrong.\n  - id: sorry-thing\n    names", 4, "The id \"sorry-thing\" is there already, on line 2.")]
    [InlineData(Acknowledgements, "- id: sorry-thing\n    names", "- id: a\n    text: Sorry for that.\n  - id: c\n    names", 6, "The phrase on line 3 begins with \"sorry for\" too.")]
    [InlineData(Acknowledgements, "text: Sorry for the trouble with {{thing}}.", "text:", 4, "\"text\" is empty.", 2)]
    [InlineData(Acknowledgements, "id: sorry-thing", "name: x", 2, "\"id\" is missing.", 2)]
    // Sentences for agents.
    [InlineData(AgentPhrases, "anger:", "rage:", 1, "\"rage\" is no emotion. Known are: neutral, anger")]
    [InlineData(AgentPhrases, "id: anger-first", "name: x", 2, "\"id\" is missing.", 2)]
    [InlineData(AgentPhrases, "with me now.", "with me now!", 3, "It has an exclamation mark.")]
    [InlineData(AgentPhrases, "with me now.", "with {{agent}} now.", 3, "{{agent}} is not known here. Known are: none.")]
    [InlineData(AgentPhrases, "This is with me now.", "We apologize for any inconvenience.", 3, "may not be said")]
    [InlineData(AgentPhrases, "with me now.", "with me now.\n  - id: anger-first\n    text: Again.", 4, "The id \"anger-first\" is there already, on line 2.")]
    // How things are named, and the language.
    [InlineData(Naming, "goods:", "good:", 2, "\"good\" is not known here. Known are: goods, service", 2)]
    [InlineData(Naming, "ours: jacket = our", "ours: shop = our", 3, "\"shop\" in \"ours\" is no thing: write it under goods, service or general too.")]
    [InlineData(Naming, "jacket, jackets", "jacket, jacket = coat", 2, "\"jacket\" stands twice in \"goods\" and is said in two ways.")]
    [InlineData(Naming, "jacket, jackets", "jacket, =", 2, "\"=\" is no word.")]
    [InlineData(Naming, "said: your", "said: your, yours, thy", 6, "\"said\" is what makes a thing the customer's")]
    [InlineData(Naming, "said_since: since *", "said_since: since", 9, "\"said_since\" needs a star (*)")]
    [InlineData(Naming, "one: one week, ", "", 11, "\"one\" is missing.")]
    [InlineData(Naming, "counts:\n  said: the * time", "", 0, "\"counts\" is missing.")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: Your order broke\n      when: it broke\ncounts:", 14, "\"says\" is a clause inside a sentence: no capital")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: it broke.\n      when: it broke\ncounts:", 14, "no full stop at its end")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: it broke\ncounts:", 14, "\"when\" is missing: write how customers tell of it.")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: it broke\n      when: (it broke\ncounts:", 15, "\"(it broke\" is not a phrase.", 2)]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: it broke\n      of: cars\n      when: it broke\ncounts:", 15, "\"cars\" is no kind of things. Known are: goods.", 2)]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: it broke\n      thing: your order\n      when: it broke\ncounts:", 14, "\"thing\" or \"of\" is given but {{thing}} is not used")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: \"{{thing}} broke\"\n      when: it broke\ncounts:", 14, "Write under \"of\" which things may be put in")]
    [InlineData(Naming, "counts:", "mishaps:\n  known:\n    - says: \"{{order}} broke\"\n      when: it broke\ncounts:", 14, "{{order}} is not known here.")]
    [InlineData(Naming, "counts:", "mishaps:\n  kinds:\n    parcels: parcel\ncounts:", 14, "\"parcel\" is no thing: write it under goods, service or general too.")]
    [InlineData(Language, "why: nobody believes it\n    wordings", "wordings", 7, "\"why\" is missing.")]
    [InlineData(Language, "- calm down", "- calm (down", 10, "\"calm (down\" is not a phrase.")]
    [InlineData(Language, "  count: the third time\n", "", 2, "\"count\" is missing.")]
    [InlineData(Language, "samples:", "values:\n  date: \"{day} {month}\"\n  months: January, February\nsamples:", 3, "\"months\" has 2 names. There are twelve")]
    [InlineData(Language, "samples:", "values:\n  date: the day\n  months: a, b, c, d, e, f, g, h, i, j, k, l\nsamples:", 2, "\"date\" needs {day} and {month} in it.")]
    [InlineData(Language, "samples:", "answers:\n  yess: yes\nsamples:", 2, "\"yess\" is not known here. Known are: yes, yes_begins, no, refusing, postcode.")]
    // Articles.
    [InlineData(ArticleFile, "title: returns", "titel: returns", 2, "\"titel\" is not known here. Known are: title, examples, tags, weight.", 2)]
    [InlineData(ArticleFile, "  - how do I return something\n  - send it back", "  []", 3, "\"examples\" is empty.")]
    [InlineData(ArticleFile, "send it back", "How do I return something", 5, "\"how do I return something\" is an example already, on line 4.")]
    [InlineData(ArticleFile, "You have 30 days.", "", 7, "The answer is missing")]
    [InlineData(ArticleFile, "You have 30 days.", "You have {{days}} days.", 7, "An article has no variables")]
    [InlineData(ArticleFile, "You have 30 days.", "You\n\nhave {{#if formal}}30{{else}}31 days.", 7, "{{#if …}} is not closed")]
    [InlineData(ArticleFile, "You have 30 days.", "First.\n\nWe apologize for any inconvenience.", 9, "may not be said")]
    [InlineData(ArticleFile, "---\ntitle", "title", 1, "An article begins with a line of three dashes")]
    [InlineData(ArticleFile, "title: returns", "title: [returns", 2, "This is not valid YAML")]
    // Procedures.
    [InlineData(ProcedureFile, "use: find-order", "use: find-ordr", 6, "There is no block \"find-ordr\". Known are: find-order.", 3)]
    [InlineData(ProcedureFile, "order.status == late", "order.status == lat", 8, "\"order.status\" is never \"lat\". It may be: shipped, late.")]
    [InlineData(ProcedureFile, "order.status == late", "order.state == late", 8, "\"order.state\" is not known at this step: no earlier step saves it.")]
    [InlineData(ProcedureFile, "order.status == late", "order.status is late", 8, "is not a condition.")]
    [InlineData(ProcedureFile, "{{order.number}}", "{{order.numbr}}", 9, "{{order.numbr}} is not known here.")]
    [InlineData(ProcedureFile, "- id: tell\n", "- id: find\n", 7, "The id \"find\" is there already, in solving/blocks/en/find-order.yaml(7).")]
    [InlineData(ProcedureFile, "tell: \"{{order.number}} is late.\"", "say: hello", 7, "A step has exactly one of \"ask\", \"call\", \"tell\", \"amends\", \"end\"")]
    [InlineData(ProcedureFile, "    end: solved", "    when: order.status == late\n    end: solved", 5, "The procedure can run out of steps.")]
    [InlineData(ProcedureFile, "end: solved", "end: happily", 11, "\"happily\" is no end. Known are: solved, unsolved, needsPerson.", 2)]
    [InlineData(ProcedureFile, "end: solved", "end: solved\n  - id: after\n    tell: Never seen.", 12, "This step is never reached: the procedure always ends at \"end\".", 2)]
    [InlineData(ProcedureFile, "is late.", "is late. Please calm down.", 9, "\"calm down\" may not be said")]
    [InlineData(Block, "kind: orderNumber", "kind: number", 4, "\"number\" is no kind of answer. Known are: text, orderNumber, emailOrPostcode, confirm, choice, email, phone, address, code, pin, amount, link.", 2)]
    [InlineData(Block, "kind: orderNumber", "kind: choice", 2, "A choice needs at least two \"choices\".")]
    [InlineData(Block, "kind: orderNumber", "kind: orderNumber\n    choices: [a, b]", 5, "Only \"kind: choice\" has \"choices\".")]
    [InlineData(Block, "kind: orderNumber", "kind: orderNumber\n    tries: 99", 5, "\"tries\" must be a whole number from 1 to 5.")]
    [InlineData(Block, "kind: orderNumber", "kind: orderNumber\n    fact: perhaps", 5, "\"fact\" must be true or false.")]
    [InlineData(Block, "call: find_order", "call: find_ordr", 8, "There is no operation \"find_ordr\" in solving/operations.yaml. Known are: find_order.", 3)]
    [InlineData(Block, "{ order_number:", "{ number:", 7, "\"find_order\" needs \"order_number\" under \"with\".", 2)]
    [InlineData(Block, "\"{{order_number}}\"", "\"{{number}}\"", 9, "{{number}} is not known here.")]
    [InlineData(ProcedureFile, "- use: find-order\n", "- use: find-order\n  - just words\n", 7, "An entry of \"steps\" must hold \"key: value\" lines.")]
    [InlineData(ProcedureFile, "tell: \"", "tell: it is: ", 9, "This is not valid YAML: ")]
    // Messages, requests and matching.
    [InlineData(Messages, "welcome: the text of welcome", "welcom: hello", 1, "The bot never says \"welcom\".", 2)]
    [InlineData(Messages, "the text of greeting-back", "Hello {{name}}.", 4, "{{name}} is not known here. Known are: none.")]
    [InlineData(Messages, "the text of greeting-back", "Your call is important to us.", 4, "may not be said")]
    [InlineData(Messages, "the text of greeting-back", "[]", 4, "\"greeting-back\" has no text.")]
    [InlineData(Requests, "say greeting", "say (greeting", 2, "\"say (greeting\" is not a phrase.", 2)]
    [InlineData(Requests, "  4: good", "  4: (good", 39, "\"(good\" is not a phrase.")]
    [InlineData(Requests, "  4: good", "  6: good", 36, "The rating \"4\" has no phrases.", 2)]
    [InlineData(Requests, "feedback:", "feedbak:", 35, "\"feedbak\" is no request.", 2)]
    [InlineData(Requests, "greeting:", "greting:", 1, "\"greting\" is no request.", 2)]
    public void A_mistake_is_told_with_file_line_and_a_plain_sentence(string file, string old, string with, int line, string sentence, int errors = 1)
    {
        _folder.Replace(file, old, with);

        var broken = Assert.Throws<ContentException>(_folder.Load);

        Assert.Contains(broken.Errors, error => error.File == file && error.Line == line && error.Sentence.Contains(sentence, StringComparison.Ordinal));
        Assert.True(broken.Errors.Count <= errors, broken.Message);
    }

    [Theory]
    [InlineData("solving/requests/en.yaml: The request \"yes\" is missing.", Requests, "yes:\n  whole: [say yes]", "")]
    [InlineData("solving/messages/en.yaml: These messages are missing: welcome. Write them here or in handoffs/en.yaml.", Messages, "welcome: the text of welcome", "")]
    public void What_must_be_there_is_named_when_it_is_not(string message, string file, string old, string with)
    {
        _folder.Replace(file, old, with);

        Assert.Equal(message, _folder.TheError());
    }

    [Fact]
    public void Words_alike_stand_in_one_group_and_are_single()
    {
        _folder.Write(Matching, """
            alike:
              parcel: [parcel, box]
              item: [box, living room]
            """);

        Assert.Equal(
            [
                "solving/matching/en.yaml(3): \"box\" stands in two groups.",
                "solving/matching/en.yaml(3): \"living room\" is more than one word. Only single words can be alike.",
            ],
            Assert.Throws<ContentException>(_folder.Load).Errors.Select(error => error.ToString()));
    }

    private const string Amends = "solving/amends.yaml";
    private const string Card = "solving/cards/en/order.json";
    private const string GoodCard = """{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "{{order.number}}" } ] }""";

    [Theory]
    [InlineData("\"version\": \"1.5\"", "\"version\": \"2.0\"", "must begin with \"type\": \"AdaptiveCard\" and \"version\": \"1.5\"")]
    [InlineData("{{order.number}}", "{{order.colour}}", "{{order.colour}} is not known where this card is shown")]
    [InlineData("{{order.number}}", "{{order.number", "Braces do not match")]
    [InlineData("\"version\": \"1.5\",", "\"version\": \"1.5\"", "This is not valid JSON")]
    [InlineData("\"body\": [", "\"bodies\": [", "has no \"body\"")]
    public void A_card_is_checked_where_it_is_shown(string old, string with, string sentence)
    {
        _folder.Replace(ProcedureFile, "tell: \"{{order.number}} is late.\"", "tell: \"{{order.number}} is late.\"\n    card: order");
        _folder.Write(Card, GoodCard);
        Assert.NotNull(_folder.Load());

        _folder.Write(Card, GoodCard.Replace(old, with, StringComparison.Ordinal));

        var error = _folder.TheError();
        Assert.StartsWith($"{Card}(1): ", error, StringComparison.Ordinal);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_is_not_there_is_told()
    {
        _folder.Replace(ProcedureFile, "tell: \"{{order.number}} is late.\"", "tell: \"{{order.number}} is late.\"\n    card: ordre");

        Assert.Contains("There is no card \"ordre\". There are none.", _folder.TheError(), StringComparison.Ordinal);
    }

    private const string GoodAmends = """
        currency: "€"
        most: 10
        rules:
          - id: late-days
            failure: late
            from: 3
            remedy: voucher
            worth: 5
            what: a voucher of {{worth}}
        """;

    [Theory]
    [InlineData("worth: 5", "worth: 50", "50 is more than \"most\" (10) allows")]
    [InlineData("remedy: voucher", "remedy: none", "A rule gives something")]
    [InlineData("{{worth}}", "{{price}}", "{{price}} is not known here")]
    [InlineData("from: 3", "from: soon", "\"from\" must be a whole number")]
    [InlineData("    what: a voucher of {{worth}}", "    what: a voucher\n  - {id: b, failure: late, from: 3, remedy: c, what: d}", "Two rules answer \"late\" from 3")]
    public void Amends_stay_within_their_limits(string old, string with, string sentence)
    {
        _folder.Write(Amends, GoodAmends);
        Assert.NotNull(_folder.Load());

        Assert.Contains(sentence, _folder.Replace(Amends, old, with).TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Amends_need_a_rule_an_order_and_a_call_that_went_well()
    {
        _folder.Write(Amends, GoodAmends);
        _folder.Replace(ProcedureFile, "  - id: end\n", "  - id: weigh\n    amends: rain\n    save: amends\n  - id: given\n    tell: It is yours.\n    settles: given\n  - id: end\n");

        var told = Assert.Throws<ContentException>(_folder.Load).Message;

        Assert.Contains("has no rule for \"rain\". It has: late.", told, StringComparison.Ordinal);
        Assert.Contains("\"order.total\" must be known at this step", told, StringComparison.Ordinal);
        Assert.Contains("\"settles: given\" stands only under a \"when\" that a call went well", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_in_two_files_is_an_error()
    {
        _folder.Write(ContentFolder.Handoffs, "welcome: hello");

        Assert.Equal("handoffs/en.yaml(1): \"welcome\" is there already, in another file.", _folder.TheError());
    }

    [Fact]
    public void The_language_fallen_back_on_must_be_there()
    {
        _folder.Delete(Acknowledgements);

        Assert.Equal(
            "acknowledgements/en.yaml: The file is missing. \"en\" is the language that is fallen back on and must be there.",
            _folder.TheError());
    }

    [Fact]
    public void Another_language_is_whole_or_not_there()
    {
        _folder.Write("acknowledgements/es.yaml", "reflect:\n  - id: uno\n    text: Entendido.");

        var files = Assert.Throws<ContentException>(_folder.Load).Errors.Select(error => error.File);

        Assert.Contains("solving/messages/es.yaml", files);
        Assert.Contains("solving/requests/es.yaml", files);
    }

    [Fact]
    public void A_file_that_is_no_language_is_told()
    {
        _folder.Write("acknowledgements/english.yaml", "reflect: []");

        Assert.Equal("acknowledgements/english.yaml: The file name must be a two-letter language code such as en.yaml.", _folder.TheError());
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_and_not_a_crash()
    {
        var broken = Assert.Throws<ContentException>(() => ContentLoader.Load(Path.Combine(_folder.Path, "nowhere"), "en"));

        Assert.Contains("acknowledgements/en.yaml", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_order()
    {
        _folder.Replace(ArticleFile, "title: returns", "tags: [a]").Replace(ProcedureFile, "end: solved", "end: happily").Replace(Acknowledgements, "names: [thing]", "names: [place]");

        var broken = Assert.Throws<ContentException>(_folder.Load);

        Assert.StartsWith($"The content in \"{_folder.Path}\" has 5 errors:{Environment.NewLine}acknowledgements/en.yaml(3): ", broken.Message, StringComparison.Ordinal);
        Assert.Equal(broken.Errors.OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line), broken.Errors);
    }
}
