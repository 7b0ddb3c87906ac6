namespace EmpathyBot.Tests.Detection;

/// <summary>
/// Messages as customers write them, with the feeling an agent would answer first. Written for these tests; the detector
/// was mended on them, so they show what it must go on reading right, not how good it is on others.
/// </summary>
internal static class ServiceMessages
{
    public static IEnumerable<(string Feeling, string Text)> All => ByFeeling.SelectMany(
        pair => pair.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), (pair, text) => (pair.Feeling, text));

    private static readonly (string Feeling, string Messages)[] ByFeeling =
    [
        ("anger", """
            I want my money back NOW you thieves
            This is a disgrace. Shame on you.
            worst customer service I have ever had
            how dare you charge me for that
            Absolutely disgusting behaviour from your driver
            you lied to me about the delivery date
            fuck this company
            I've had enough of your lies
            YOU CHARGED ME TWICE!!!
            answer me!!! where is my money???
            are you people stupid or what
            I will take you to court
            this is theft, plain and simple
            you're a useless bot
            I am furious about this
            unbelievable. You cancelled my order without telling me.
            what kind of joke company is this
            stop sending me this crap
            I'm so mad right now, three weeks and no reply
            u guys are a bunch of clowns
            You guys have some nerve charging a restocking fee on a faulty item
            I swear to god if one more person tells me to restart the router
            Your driver is a liar. I was home all day.
            WORST. COMPANY. EVER.
            I hope you go bankrupt
            Don't you dare tell me to wait another 5 days
            bloody hell just give me my refund
            I'm reporting you to the ombudsman tomorrow
            Absolute shambles of a company
            you stole my money
            Refund me or I'll see you in small claims court
            This is an absolute rip-off
            Who designed this garbage app
            I'm done being polite. Where's my stuff?
            You should be ashamed of yourselves
            """),
        ("frustration", """
            It's been 10 days and still nothing
            why is it so hard to get an answer
            I keep getting the same error every time I log in
            Nobody has replied to my emails
            seriously? again?
            i sent the form three times already
            Your chat cut me off twice
            how many more times do I have to explain this
            the site won't let me pay, tried everything
            This is getting ridiculous
            I have been waiting since Monday for a callback
            still no refund
            hello??? anyone there???
            it's not working AGAIN
            this is really annoying
            You said it would be here on Tuesday. It's Friday.
            that's not what I asked
            I've spoken to four agents and none of them could help
            waste of time
            is anyone going to answer
            I got the wrong size again
            2 hours on the phone and no one could tell me anything
            the promo code never works
            I shouldn't have to chase you for this
            can you please just answer the question
            my parcel was supposed to arrive last week and it still isn't here
            you have asked me for my order number three times now
            the app logs me out every five minutes
            nothing works on this website
            why do i have to do this every time
            when will somebody finally call me
            Third email. No answer.
            no one answer me since 5 day
            is very bad service, i call many time
            oh joy, another delay
            great, now it's crashed again
            fantastic, you lost my parcel
            lovely, another week of waiting
            Nice job losing my package
            so helpful, thanks for the copy and paste answer
            wow, only took you six emails
            brilliant. the replacement is broken too
            Hi, I ordered on the 3rd and I was told 2 days. It is now the 14th and tracking hasn't moved in a week. What is going on?
            can somebody explain to me why my card gets declined every single time
            I've reset my password 5 times and it still says wrong password
            Spent my whole lunch break on this and got nowhere
            Getting tired of this tbh
            third day without internet, what's happening
            Been on to you lot since January about this bill
            Not the first time this has happened either
            your driver marked it as delivered but I was home all day and no one came
            why does it say payment pending for 6 days now
            pls fix ur website its been down all day
            I can't believe I have to write again about the same thing
            ok so clearly nobody reads these messages
            you're not listening
            That link is broken as well
            Same answer as before, doesn't help me
            I don't want an article I want my order
            thats what the last bot said
            no thats not it either
            stop repeating yourself
            For the love of god can I speak to a human
            it's been a month. A MONTH.
            good thing I only ordered it as a christmas present... it's february
            So let me get this straight, I pay for express and it comes in 9 days?
            sure, take your time, it's only my money
            I love how your app crashes right when I want to pay
            oh great, it's gone up again
            Super. Another form.
            ya ok whatever
            I'm not happy about the delay
            not thrilled with how this was handled
            it is not acceptable to wait 3 weeks
            sir i am waiting since 10 days kindly do needful
            plz reply i am message you many time no reply
            porque... sorry, why is it not arriving, I pay express
            My broadband has dropped out every evening this week
            How am I meant to work if your system is down half the day
            You people told me it was fixed. It isn't.
            I've sent you the photos twice now, what else do you need
            Why was my appointment moved without anyone telling me?
            It's almost a month now and I am still paying for something I can't use
            the agent before you promised a call. never came.
            ugh this form keeps rejecting my postcode
            Do you even read what I write?
            please dont send me to that page again, ive been there
            im tired of explaining the same thing to every new agent
            """),
        ("disappointment", """
            I'm really disappointed
            The colour is nothing like on the website
            I had hoped for more for that price
            such a letdown after all the good reviews
            I thought you were better than this
            it looks so cheap in real life
            I've been a loyal customer for years, sad to see this
            it fell apart after one wash
            not as described
            she was so looking forward to it and it didn't come in time for her birthday
            not happy with the quality
            I regret buying this
            what a shame
            The fabric feels really cheap :(
            expected more tbh
            After 15 years with you I really thought I'd get a better offer
            the cake looked nothing like what we ordered, my daughter was in tears
            Kind of a letdown to be honest
            I saved up for months for this and it's just... meh
            Honestly expected a bit more for 200 euros
            Was really looking forward to this, and then it comes with a scratch
            Not the experience I'm used to from you
            The hotel room was nothing like the photos
            I feel let down by you
            """),
        ("anxiety", """
            I'm worried I paid the wrong account
            is my data safe after the hack?
            there's a payment I didn't make, please block my card
            I'm scared I'll lose my deposit
            please, I need it before the funeral on Friday
            my flight is tomorrow and I still have no ticket
            someone logged in to my account from another country
            will I get in trouble if I miss the payment
            my insulin is in that parcel and I only have one day left
            I got a text asking for my card details, is this a scam?
            what if it doesn't arrive in time for the wedding
            I'm panicking, all my photos are gone
            is there any chance it gets here by tomorrow, my interview is at 9
            I don't know what to do, the rent is due tomorrow
            It says delivered but it's not here and it was really expensive, I'm getting nervous
            hey i think i sent money to a fake site that looks like yours, what do i do??
            my son has a nut allergy and I already gave him one, does this contain nuts?
            If this doesn't arrive by Saturday I have nothing to wear to my own wedding
            Is it dangerous to keep using it? it smells burnt
            I really can't afford to be charged again this month
            please tell me it's not lost
            im so stressed my exam is tmrw and the book isnt here
            I gave my bank details to someone who called saying they were you
            Will my account be closed if I pay late? I'm a bit scared
            My boarding pass won't load and boarding starts in 20 minutes
            I think I clicked on a phishing mail with your logo
            There's water coming out of the machine, what should I do quickly
            I have no heating and a newborn at home
            Can they take my house if I miss this instalment?
            """),
        ("confusion", """
            I don't get it, do I pay now or later?
            what does pending mean
            which of these two links do I need to use
            I'm not sure what to enter here
            the instructions make no sense
            your email says Monday but the website says Thursday
            huh? I never ordered that
            why are there two different prices
            I'm confused about the return label
            sorry, I don't understand
            how is that different from the other one, I'm lost
            what am I supposed to do with this code
            I clicked the link but it takes me to a blank page, is that right?
            Do I have to sign in first or can I check out as a guest? It keeps asking me both
            wait, so is it cancelled or not?
            I'm a bit confused by the two emails you sent
            not sure I follow
            ??
            What do you mean by proof of purchase
            So the fee is per month or per year? The letter and the site disagree
            I have no idea what this charge is
            Where do I find that? I don't see any button
            Not sure which plan applies to me
            """),
        ("sadness", """
            my husband passed away and I need to close his account
            It was the last photo I had of my mum
            I'm heartbroken, it was a gift from my grandmother
            I cried when I opened the box
            we lost our baby and I can't look at these clothes
            I feel so alone with this
            Dad died last week. I need to cancel his phone contract.
            the ring was my grandmother's and your courier lost it
            My dog died and I don't need the food subscription any more
            this was supposed to be our first christmas with him
            """),
        ("gratitude", """
            Thanks so much for your help!
            thank you
            I really appreciate your patience
            you're a lifesaver
            that was very kind of you, thank you
            Many thanks for sorting this out
            perfect, thanks a lot
            cheers!
            Just wanted to say Priya was fantastic yesterday, please pass on my thanks
            you've been brilliant, thank you
            ta very much
            Appreciate the quick response!
            Perfect, that's all I needed, thanks for being so quick
            Thank you for taking the time to explain
            Really grateful for your help today
            """),
        ("relief", """
            phew that's a relief
            oh good, it's finally here
            thank goodness, the money is back
            glad that's sorted
            it arrived at last
            Ah ok, that's good to hear, I was really worried
            it's back! I can finally sleep tonight
            oh that's a weight off my mind
            Oh good, I was afraid it was gone
            Finally got it, what a relief
            """),
        ("joy", """
            I absolutely love it!
            best purchase ever 😍
            So happy with my new shoes!
            it fits perfectly
            wow, that was quick! great service
            yay it works
            can't wait to wear it!
            You guys are amazing
            this made my day
            excellent quality, well done
            Omg it's here and it's gorgeous
            The kids are over the moon with the trampoline
            Bought these last week and honestly they're the comfiest shoes I've ever owned
            Just got the bike and I'm in love
            This is the best coffee I've ever had
            Wow!! Thank you thank you thank you
            haha that's brilliant
            """),
        ("neutral", """
            Where is my order 10001?
            my parcel is late
            the lamp arrived broken, how do I return it
            I want a refund please
            How long does delivery take?
            it doesn't turn on
            I was charged twice for order 10023
            Can I still change my address?
            order again
            I need a new password
            is the blue jacket back in stock
            hi
            hello, good morning
            no thanks
            ok thanks, what is the return address?
            Just a quick question about the warranty
            What are your opening hours on Sunday?
            I'd like to cancel my order
            it's the second door on the left
            My first name is Joy
            Happy to wait, no rush
            it was delivered to my neighbour
            I haven't received the email yet, could you resend it?
            thanks in advance
            not urgent at all
            I'm not upset, just asking
            please send me the invoice
            yes please
            the tracking says delivered
            is it possible to return a worn item
            Where can I find my order number?
            I lost my password
            Do you offer a student discount?
            I would love to know if you ship to Canada
            how can I make a complaint
            I ordered the wrong size, my mistake
            What's your policy on damaged goods?
            I need this by Friday, is express delivery possible?
            anna.smith@example.com
            10001, anna@example.com
            can you tell me when it will be delivered
            could you check the status please
            great, thanks
            ok
            I'm fine
            not bad
            I am waiting for my parcel, it should come today
            Is the customer service open on Saturdays?
            the return was sent two weeks ago
            My old phone died so I need a new one
            what is your worst case delivery time
            Is this jacket warm enough for winter
            I moved house, new address is 5 High Street
            I was on holiday for two weeks
            do you have a complaints department
            sorry, wrong chat
            sorry for the late reply
            what happens if I'm not at home
            is the fraud team open now
            The package was opened but everything is there
            I'm 45 minutes from the shop
            my kids love puzzles, which one is right for age 5?
            I'm looking for a nice gift for a friend
            How do I complain about a driver?
            Could I get an update on order 10045 please?
            My internet is down since this morning
            Do I have to sign in first to check out?
            The driver marked it as delivered but I did not receive it.
            ah ok makes sense
            Sorry, typo, it's 10054
            I'll be home after 5
            it's for my daughter
            yes, the blue one
            the box was a bit dented but the lamp is fine
            It's a gift, could you leave out the receipt?
            can i pay with paypal
            what's the difference between standard and express
            how do i get a real refund instead of store credit
            I'd rather have a replacement than a refund
            No rush, whenever you have time
            Please cancel order 10099
            Hi, I have a question about my last bill
            Wondering if you price match
            I need to change the size from M to L
            my name is Angus Furious-Smith
            is the killer whale plush in stock
            just checking if you got my return
            Do you have a phone number?
            thanks for the info, one more question: do you ship to France?
            I ordered two but only need one
            it came with the wrong cable, how can I exchange it?
            Could you resend the confirmation mail? I can't find it.
            Is it normal that the app asks for my location?
            it says payment pending, how long does that take?
            what documents count as proof of purchase
            The broadband dropped out yesterday evening around 8
            Is there a fee if I pay late?
            My boarding pass won't load
            I'd like to report a leak
            What do I need for the return?
            My order has not arrived yet
            The tracking number doesn't work
            Could you explain how the points work?
            I paid on Monday and the balance is the same
            it's the 2nd one from the left
            Thanks, I'll try that
            Ok I will wait
            I tried the link, it asks for a code
            Is it too late to change the date?
            We are two adults and a child
            The last four digits are 4471
            Yes, I restarted it
            No, nothing else
            can you send a technician on Thursday?
            I was told to contact you about a refund
            my daughter's school needs an invoice
            The colour on the website looks darker, is it navy or black?
            do you have anything cheaper
            It would be great if it came before Friday
            hi there, hope you're well. quick one about my bill
            I am writing regarding invoice 2231
            I need a copy of my contract
            the door code is 1234
            """),
    ];
}
