using EmpathyBot.Domain.Solving;

namespace EmpathyBot.Tests.Bot;

/// <summary>A source whose content never changes.</summary>
internal sealed class FixedContent(IContent content) : IContentSource
{
    public IContent Current => content;
}
