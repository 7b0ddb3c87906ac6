using System.Globalization;
using EmpathyBot.Bot.Conversations;
using EmpathyBot.Domain.Conversations;
using EmpathyBot.Domain.Customers;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Bot.Customers;

/// <summary>The customer's control over what is kept of them: have it told, have it deleted.</summary>
internal sealed class MemoryControl(ICustomerMemoryStore memories)
{
    private const int ContactsTold = 5;

    public void Perform(Step step, ReplyDraft reply, TurnUnitOfWork work)
    {
        var open = work.Memory.Cases.Exists(known => known.Reference is not null) || work.Conversation.Handoff.TicketId is not null;
        switch (step)
        {
            case TellMemory:
                reply.Say(Tell(work));
                break;
            case AskForget:
                work.Happened(new ForgettingAsked(work.TurnId, work.At));
                reply.Say(Message(work, ContentMessages.MemoryForgetAsk, ("open", open)));
                reply.Suggest(work.Message(ContentMessages.AnswerYes), work.Message(ContentMessages.AnswerNo));
                break;
            case ForgetCustomer:
                work.Happened(new CustomerForgotten(work.TurnId, work.At));
                reply.Say(Message(work, ContentMessages.MemoryForgotten, ("open", open)));
                break;
            case KeepMemory:
                reply.Say(work.Message(ContentMessages.MemoryKept));
                break;
        }
    }

    /// <summary>Says in one sentence that the matter is known: when they wrote about it, and under which reference.</summary>
    public static void Mention(OpenCase open, ReplyDraft reply, TurnUnitOfWork work)
    {
        work.Happened(new CaseMentioned(work.TurnId, work.At));
        reply.Say(Message(work, ContentMessages.CaseMention, ("date", Day(open.Since, work)), ("reference", open.Reference)));
    }

    private string Tell(TurnUnitOfWork work)
    {
        var memory = work.Memory;
        if (memory.IsEmpty)
            return work.Message(ContentMessages.MemoryNothing);

        List<string> items = [.. memory.Contacts.TakeLast(ContactsTold).Reverse().Select(contact => Contact(contact, work))];
        if (memory.Contacts.Count > ContactsTold)
            items.Add(Message(work, ContentMessages.MemoryOlder, ("count", memory.Contacts.Count - ContactsTold)));
        items.AddRange(memory.Cases.Select(open => Case(open, work)));
        items.AddRange(Wishes(memory.Preferences, work));
        return Message(
            work, ContentMessages.MemoryTold,
            ("items", string.Join('\n', items.Select(item => $"- {item}"))), ("days", (int)memories.KeptFor.TotalDays));
    }

    private static string Contact(RememberedContact contact, TurnUnitOfWork work) => Message(
        work, ContentMessages.MemoryContact,
        ("date", Day(contact.LastAt, work)),
        ("matter", Title(contact.Matter, work)),
        ("ended", work.Message(ContentMessages.MemoryEnded(contact.Ending))),
        ("mood", contact.Mood is { } mood and not Emotion.Neutral ? work.Message(ContentMessages.EmotionWord(mood)) : null));

    private static string Case(OpenCase open, TurnUnitOfWork work) => open.Promise is { } promise
        ? Message(work, ContentMessages.MemoryPromise, ("date", Day(open.Since, work)), ("promise", promise))
        : Message(work, ContentMessages.MemoryCase, ("date", Day(open.Since, work)), ("matter", Title(open.Matter, work)), ("reference", open.Reference));

    private static IEnumerable<string> Wishes(CustomerPreferences wanted, TurnUnitOfWork work)
    {
        if (wanted.ReadingOff)
            yield return work.Message(ContentMessages.MemoryReadingOff);
        if (wanted.SkipSympathy)
            yield return work.Message(ContentMessages.MemoryNoSympathy);
        if (wanted.Locale is { } locale)
            yield return Message(work, ContentMessages.MemoryLanguage, ("language", Culture(ConversationLanguage.CodeOf(locale)).NativeName));
        if (wanted.Formal == true)
            yield return work.Message(ContentMessages.MemoryFormal);
        if (wanted.Name is { } name)
            yield return Message(work, ContentMessages.MemoryName, ("name", name));
    }

    /// <summary>The title in the language of now, where the content still has it.</summary>
    private static string? Title(RememberedMatter? matter, TurnUnitOfWork work) => matter?.Kind switch
    {
        null => null,
        ContentKind.Article => work.Content.FindArticle(matter.Id, work.Locale)?.Title ?? matter.Title,
        _ => work.Content.FindProcedure(matter.Id, work.Locale)?.Title ?? matter.Title,
    };

    private static string Day(DateTimeOffset at, TurnUnitOfWork work)
    {
        // What is spoken decides: of the locale only the language is sure to have the month's name in the sentence's.
        var culture = Culture(work.Content.LanguageOf(work.Locale));
        return at.ToString(culture.TwoLetterISOLanguageName == "en" ? "d MMMM" : "M", culture);
    }

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);

    private static string Message(TurnUnitOfWork work, string key, params (string Name, object? Value)[] variables) =>
        work.Message(key, variables.ToDictionary(variable => variable.Name, variable => variable.Value));
}
