using EmpathyBot.Detection;
using EmpathyBot.Domain.Emotions;
using EmpathyBot.Tests.Bot;
using Microsoft.Extensions.DependencyInjection;

namespace EmpathyBot.Tests.Detection;

public class RegistrationTests
{
    [Fact]
    public void A_detector_that_is_there_already_stays()
    {
        var own = new ScriptedDetector();
        using var services = new ServiceCollection().AddSingleton<IEmotionDetector>(own).AddDetection().BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<IEmotionDetector>());
    }
}
