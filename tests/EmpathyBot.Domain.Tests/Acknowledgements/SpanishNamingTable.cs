using EmpathyBot.Domain.Acknowledgements;

namespace EmpathyBot.Domain.Tests.Acknowledgements;

/// <summary>What customers write in Spanish, and what of it may be said back: in both forms of address, with its accents, and nothing that hurts.</summary>
public class SpanishNamingTable
{
    private static readonly NamingWords Words = ShippedWords.Spanish.Naming;

    [Theory]
    //          written                                              familiar                      polite
    // person, number and accents
    [InlineData("¿Dónde está mi paquete?", "tu paquete", "su paquete")]
    [InlineData("DONDE ESTA MI REEMBOLSO", "tu reembolso", "su reembolso")]
    [InlineData("mis zapatos no han llegado", "tus zapatos", "sus zapatos")]
    [InlineData("mi chaqueta azul sigue sin llegar", "tu chaqueta azul", "su chaqueta azul")]
    [InlineData("la chaqueta de cuero llegó rota", "tu chaqueta de cuero", "su chaqueta de cuero")]
    [InlineData("los pantalones negros me quedan cortos", "tus pantalones negros", "sus pantalones negros")]
    [InlineData("he pedido un vestido azul marino", "tu vestido azul marino", "su vestido azul marino")]
    [InlineData("el sofa nuevo tiene una mancha", "tu sofá nuevo", "su sofá nuevo")]
    [InlineData("mi nueva lampara parpadea", "tu nueva lámpara", "su nueva lámpara")]
    [InlineData("las gafas vinieron rayadas", "tus gafas", "sus gafas")]
    [InlineData("el paraguas no abre", "tu paraguas", "su paraguas")]
    [InlineData("los auriculares inalámbricos no cargan", "tus auriculares inalámbricos", "sus auriculares inalámbricos")]
    [InlineData("era el regalo de cumpleaños para ella", "tu regalo de cumpleaños", "su regalo de cumpleaños")]
    [InlineData("nuestros pedidos no llegan nunca", "tus pedidos", "sus pedidos")]
    [InlineData("mi otro paquete también se perdió", "tu otro paquete", "su otro paquete")]
    [InlineData("mi primer pedido y ya hay problemas", "tu primer pedido", "su primer pedido")]
    [InlineData("mi último pedido vino incompleto", "tu último pedido", "su último pedido")]
    [InlineData("su envío nunca llegó", "tu envío", "su envío")]
    [InlineData("paquete sin llegar", "tu paquete", "su paquete")]
    [InlineData("no sé nada del pedido", "tu pedido", "su pedido")]
    [InlineData("el número de mi pedido es 10001", "tu pedido", "su pedido")]
    [InlineData("la batería del móvil dura una hora", "tu batería", "su batería")]
    [InlineData("la tarjeta de regalo no funciona", "tu tarjeta de regalo", "su tarjeta de regalo")]
    [InlineData("exijo un reembolso por esta chaqueta", "tu chaqueta", "su chaqueta")]
    [InlineData("quiero que me devolváis mi dinero", "tu dinero", "su dinero")]
    // what is ours
    [InlineData("vuestra app se cierra sola", "nuestra app", "nuestra app")]
    [InlineData("la web no carga", "nuestra web", "nuestra web")]
    [InlineData("su página está caída", "nuestra página", "nuestra página")]
    // insults, health and personal data stay out
    [InlineData("mi puto paquete", "tu paquete", "su paquete")]
    [InlineData("vuestra mierda de envío", null, null)]
    [InlineData("me habéis robado el anillo, cabrones", "tu anillo", "su anillo")]
    [InlineData("mi tarjeta 4111 1111 1111 1111 fue cobrada dos veces", "tu tarjeta", "su tarjeta")]
    [InlineData("mi insulina venía dentro", null, null)]
    [InlineData("mi depresión ha empeorado", null, null)]
    [InlineData("me llamo Ana y vivo en la calle Mayor 5", null, null)]
    // somebody else's, part of another thing, in passing, not there yet
    [InlineData("el abrigo de mi mujer está roto", null, null)]
    [InlineData("el paquete del vecino está aquí", null, null)]
    [InlineData("no tengo número de pedido", null, null)]
    [InlineData("el repartidor del paquete fue un grosero", null, null)]
    [InlineData("los gastos de envío son un robo", null, null)]
    [InlineData("45 minutos al teléfono con vosotros", null, null)]
    [InlineData("lo pagué con mi tarjeta", null, null)]
    [InlineData("lo compré en vuestra tienda", null, null)]
    [InlineData("quiero un reembolso", null, null)]
    [InlineData("quería hacer un cambio", null, null)]
    [InlineData("me doy cuenta ahora", null, null)]
    [InlineData("vale, gracias", null, null)]
    [InlineData("he pedido ayuda", null, null)]
    public void Things(string text, string? familiar, string? polite)
    {
        Assert.Equal(familiar, ConcreteMentionFinder.Find(text, Words).Thing);
        Assert.Equal(polite, ConcreteMentionFinder.Find(text, Words, formal: true).Thing);
    }

    [Theory]
    [InlineData("llevo dos semanas esperando", "desde hace dos semanas")]
    [InlineData("llevo 3 semanas sin noticias", "desde hace tres semanas")]
    [InlineData("hace un mes que espero", "desde hace un mes")]
    [InlineData("hace mas de una semana", "desde hace una semana")]
    [InlineData("hace dias que no sé nada", "desde hace días")]
    [InlineData("45min esperando", "desde hace 45 minutos")]
    [InlineData("llevo media hora al teléfono", "desde hace media hora")]
    [InlineData("ya van quince días", "desde hace quince días")]
    [InlineData("un par de semanas sin respuesta", "desde hace un par de semanas")]
    [InlineData("unas semanas esperando", "desde hace unas semanas")]
    [InlineData("después de dos semanas sigue sin llegar", "desde hace dos semanas")]
    [InlineData("esperando desde el martes", "desde el martes")]
    [InlineData("desde el miercoles pasado nada", "desde el miércoles pasado")]
    [InlineData("desde la semana pasada", "desde la semana pasada")]
    [InlineData("desde ayer no funciona", "desde ayer")]
    [InlineData("sin respuesta desde marzo", "desde marzo")]
    [InlineData("se rompió a los dos días", null)]
    [InlineData("funcionó dos semanas", null)]
    [InlineData("llevo dos semanas enfermo", null)]
    [InlineData("llevo dos semanas de vacaciones", null)]
    [InlineData("soy cliente desde enero", null)]
    [InlineData("la garantía es de dos años", null)]
    [InlineData("lo necesito en dos días", null)]
    [InlineData("dentro de una semana me voy", null)]
    [InlineData("me dijeron dos días", null)]
    [InlineData("tarda de 3 a 5 días", null)]
    [InlineData("me quedan tres días", null)]
    [InlineData("recibí la silla hace dos semanas", null)]
    [InlineData("trabajo diez horas al día", null)]
    [InlineData("mi hijo tiene 3 años", null)]
    [InlineData("desde que me mudé", null)]
    public void Waits(string text, string? span) => Assert.Equal(span, ConcreteMentionFinder.Find(text, Words).Span);

    [Theory]
    [InlineData("es la tercera vez que escribo", "la tercera vez")]
    [InlineData("por segunda vez, ¿dónde está?", "la segunda vez")]
    [InlineData("es la 3ª vez que os llamo", "la tercera vez")]
    [InlineData("tercera ves que tengo que llamar", "la tercera vez")]
    [InlineData("es la 12ª vez que pregunto", "la 12.ª vez")]
    [InlineData("es la tercera vez que se rompe", null)]
    [InlineData("segunda vez que me pasa", null)]
    [InlineData("la primera vez que compro aquí", null)]
    [InlineData("otra vez igual", null)]
    public void Repetitions(string text, string? count) => Assert.Equal(count, ConcreteMentionFinder.Find(text, Words).Count);

    [Fact]
    public void Minutes_and_hours_have_passed_by_the_next_message()
    {
        Assert.Equal(new("tu reembolso", null, null), ConcreteMentionFinder.FindEarlier(["llevo 45 minutos esperando mi reembolso"], Words, awaited: true));
        Assert.Equal("desde hace dos semanas", ConcreteMentionFinder.FindEarlier(["llevo dos semanas esperando"], Words, awaited: true).Span);
    }

    [Fact]
    public void The_product_tells_incidents_apart_though_its_modifier_comes_last()
    {
        Assert.Equal("chaqueta", Words.Things.HeadOf("tu chaqueta azul"));
        Assert.Equal("tarjeta", Words.Things.HeadOf("tu tarjeta de regalo"));
        Assert.Equal("jacket", ShippedWords.English.Naming.Things.HeadOf("your blue jacket"));
    }

    [Theory]
    [InlineData("¿Podría usted decirme dónde está?", true)]
    [InlineData("Disculpe, no encuentro el botón", true)]
    [InlineData("estimados señores: les escribo por un pedido", true)]
    [InlineData("oye, ¿me dices dónde está?", false)]
    [InlineData("¿podéis mirarlo?", false)]
    [InlineData("¿tú qué harías?", false)]
    [InlineData("no ha llegado mi paquete", null)]
    [InlineData("¿puede ser?", null)]
    [InlineData("os pedí que usted me llamara", null)]
    [InlineData("", null)]
    public void The_form_of_address_is_the_customers(string text, bool? formal) => Assert.Equal(formal, ShippedWords.Spanish.Address.Read(text));

    [Fact]
    public void English_has_no_forms_of_address() => Assert.Null(ShippedWords.English.Address.Read("could you help me, sir"));
}
