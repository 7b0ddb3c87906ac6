namespace EmpathyBot.Tests.Detection;

/// <summary>Messages that must set a signal, and hard ones that must not. Written for these tests.</summary>
internal static class SignalMessages
{
    /// <summary>Words of harm to oneself or others.</summary>
    public static IReadOnlyList<string> AtRisk { get; } = Lines("""
        I want to kill myself
        i just want to die
        I don't want to live anymore
        there's no reason to live
        I'm going to end my life
        I want to end it all
        thinking about suicide
        I feel suicidal
        I can't go on like this anymore
        everyone would be better off without me
        I took all my pills
        I'm going to hurt myself
        I cut myself again last night
        I will kill your driver
        I'm coming to your office with a gun
        I'm going to burn down your store
        my husband hits me and I need to change my address so he can't find me
        he said he will kill me
        i wish i was dead
        life is not worth living
        I might as well jump off a bridge
        kms honestly
        nobody would miss me if I was gone
        I have thoughts of harming my kids
        I've been self-harming
        I'm afraid for my life
        I don't want to be here anymore
        there is nothing left to live for
        I'm going to shoot someone
        I want to disappear forever
        tired of living
        i dont see a way out anymore
        I have nothing to live for and now you take my money too
        if I don't get my money I will kill myself
        honestly I don't see the point in living
        what's the best way to kill yourself
        I have a rope and I'm ready
        I'm going to hang myself
        sometimes I think about ending my life
        i swear ill hurt him
        I don't feel safe at home, he beats me
        I am going to overdose
        my daughter wants to kill herself
        i cant take it anymore i want to die
        you'll find my body
        goodbye, this is my last message to the world
        I want to die because of this debt
        I feel like killing myself over this
        I'd be better off dead
        gonna unalive myself
        I will stab you
        I'm thinking of ending my own life
        suicide is the only option left
        I want to hurt people
        I don't deserve to live
        I've lost the will to live
        """);

    /// <summary>Words that only sound like harm.</summary>
    public static IReadOnlyList<string> NotAtRisk { get; } = Lines("""
        end my subscription
        I want to end my contract today
        dying to try it
        I'm dying to know when it ships
        life insurance
        do you sell life jackets
        kill this process
        how do I kill the app
        this wait is killing me
        the suspense is killing me
        my feet are killing me in these shoes
        my wife will kill me if it's late
        the battery died after a week
        my phone died
        dead pixel on the screen
        shelf life of this cream
        I'd kill for that jacket
        these shoes are to die for
        bored to death
        scared me to death
        is the weed killer safe for pets
        do you have painkillers
        Suicide Squad DVD
        I cut myself on the packaging
        I burnt myself with the kettle
        could this hurt my dog
        shoot me an email
        the deadline is tomorrow
        I'm dead tired of this
        drop dead gorgeous dress
        he died last year, I need to close his account
        my mother passed away
        it would not hurt to reply
        does it harm the environment
        jump rope
        knife set
        take my life savings out
        I could kill for a coffee
        over my dead body
        this is killing my business
        you're killing me with these delays
        not going to hurt anyone
        the game character keeps dying
        I laughed so hard I nearly died
        my plants are dying
        live chat
        I can't live without this moisturiser
        I don't want to live with this broken fridge
        cutting board
        hang on
        how do I hang the mirror
        end of life of this product
        it's a matter of life and death
        the zip cut my finger
        beat your competitors' price
        blow up mattress
        I'm going to die of embarrassment
        I don't want to be here all day
        I lost the will to live waiting in your queue lol
        I'd sell my soul for this bag
        killer deal
        I need this before I die of old age waiting
        can you end my call
        please kill the notifications
        how do I end a live chat
        the colours are to die for
        my laptop died and I want it dead cheap
        do you sell hanging baskets
        this will hurt your reputation
        my back hurts, do you have office chairs
        the shoes hurt me
        will the spray hurt my kids
        he is a dead ringer
        the drill bit
        kill two birds with one stone
        the rope broke
        insecticide to kill ants
        shoot, I forgot my password
        bath bomb
        gun oil
        water gun for my son
        is the knife sharp
        I jumped off the sofa and it broke
        it nearly killed me to carry it upstairs
        I'm drowning in emails from you
        this app makes me want to scream
        death by chocolate cake
        I was hit with a fee
        he hits the ball with this racket
        my son cut his hand on the lid
        attack of the clones poster
        I want to die my hair blonde
        life after delivery
        can you cut my bill
        the plant wants to live
        I could murder a curry
        I will murder whoever packed this, haha
        """);

    /// <summary>Asks for a person.</summary>
    public static IReadOnlyList<string> WantsPerson { get; } = Lines("""
        can I talk to a human
        agent please
        real person
        get me a manager
        can someone call me
        are you a bot? I want a person
        I'd like to speak to someone
        Put me through to customer service
        please connect me with a representative
        I want to speak with your supervisor
        call me back please
        is there a real person I can talk to
        human
        let me talk to a person
        I don't want to talk to a bot
        transfer me to an agent
        operator
        I need a human being
        can I have someone phone me
        i wanna speak to sombody
        could I please get a call back
        live agent
        no more bots please
        escalate this
        speak to human
        is anyone real there
        give me a human
        I'd rather talk to a person
        get me someone who can help
        quiero hablar con una persona
        connect me to agent
        Can I speak to somebody about this please
        any chance of a real conversation with a person
        chat with an agent
        i need to talk to a manager about this order
        is this a real person? if not get me one
        I demand to speak to your boss
        can u give me the number to speak to somebody
        representative
        please let a human answer this
        i want talk with real people
        can an agent look at this
        no bot please, human
        could a colleague of yours ring me
        this bot is useless, I want to talk to support
        ich möchte mit einem Mitarbeiter sprechen
        can a human please check my case
        """);

    /// <summary>Names people and asks for none.</summary>
    public static IReadOnlyList<string> NoPersonWanted { get; } = Lines("""
        is this made for a human head
        agent orange
        is there a discount per person
        a two person tent
        can I collect it in person
        human hair wig
        the agent said it would be here
        I talked to an agent yesterday
        I already spoke to someone about this
        your manager told me it was fine
        I am a manager at a hotel and need 20 towels
        password manager
        are you a bot?
        you're a useless bot
        no need to call me
        I don't need a human, just the address
        is the washing machine available
        the person who delivered it was nice
        do you have a robot vacuum
        what's your phone number
        I bought it for another person
        someone stole my parcel
        can someone help me with my order
        call of duty
        can I call the number on the box
        travel agent discount
        do you need a person's signature
        table for 4 people
        what does human readable mean
        talk to you later
        I will talk to my wife and come back
        my agent number is 4471
        is your support team nice
        I manage people
        someone from your team called me
        who is the operator of this shop
        I work in customer service
        can you speak english
        the manager of my bank
        do you need to speak to my husband
        person responsible for data protection
        a present for a person who has everything
        phone me the tracking number? no, mail it
        I called you back yesterday
        """);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
