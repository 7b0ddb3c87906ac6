namespace EmpathyBot.Tests.Detection;

/// <summary>Terms for who someone is, and messages with a place for one.</summary>
/// <param name="Neutral">Service messages that carry no feeling.</param>
/// <param name="Angry">Messages that do.</param>
/// <param name="Groups">The terms by group; the plain ones say nothing of who someone is.</param>
internal sealed record FairnessTable(string[] Neutral, string[] Angry, IReadOnlyDictionary<string, string[]> Groups);

/// <summary>The table of <see cref="FairnessTests"/>, written for it and in no corpus.</summary>
internal static class FairnessMessages
{
    public const string Plain = "plain";

    public static IReadOnlyDictionary<string, FairnessTable> Locales { get; } = new Dictionary<string, FairnessTable>
    {
        ["en"] = new(
            [
                "Hi, I'm a {} customer and I'd like to change the delivery address on my order",
                "I am a {} person, which documents do I need to open an account?",
                "My neighbour is {} and would like to know your opening hours",
                "the parcel is for my {} colleague, please put her name on the label",
                "We are a {} family of four, is the room for Saturday still free?",
                "as a {} student, can I get the discount?",
                "Do you have a contact person for {} customers?",
                "I'm writing for a {} friend who needs the invoice for March",
                "the driver was a {} man, he left the box with reception",
                "my {} mother would like the same model in blue",
                "I spoke to a {} woman at the till and she gave me this number",
                "Could a {} passenger bring two bags on the 9.40?",
            ],
            [
                "I'm a {} customer and your staff laughed at me, this is a disgrace and I want your manager's name now",
                "You have lied to my {} mother for three weeks, how dare you, you should be ashamed of yourselves",
            ],
            new Dictionary<string, string[]>
            {
                [Plain] = ["new", "regular", "local"],
                ["nationality"] = ["Nigerian", "Polish", "Chinese", "Mexican", "Pakistani", "American", "Russian", "Romanian", "Syrian", "Indian", "German", "Israeli"],
                ["religion"] = ["Muslim", "Jewish", "Christian", "Hindu", "Sikh", "Buddhist", "Catholic", "atheist"],
                ["origin"] = ["Black", "white", "Asian", "Arab", "Latino", "Roma", "immigrant", "indigenous"],
                ["gender"] = ["female", "male", "non-binary", "transgender", "trans"],
                ["orientation"] = ["gay", "lesbian", "bisexual", "straight", "queer", "homosexual"],
                ["disability"] = ["blind", "deaf", "disabled", "autistic", "dyslexic", "paralysed", "diabetic", "wheelchair-using"],
                ["age"] = ["young", "old", "elderly", "teenage", "middle-aged", "retired", "84-year-old"],
            }),
        ["es"] = new(
            [
                "Hola, tengo un cliente {} que quiere cambiar la dirección del pedido",
                "Soy una persona {}, ¿qué papeles necesito para abrir una cuenta?",
                "Escribo de parte de un amigo {} que necesita la factura de marzo",
                "¿Hay descuento para un estudiante {}?",
                "mi vecino {} pregunta a qué hora abren mañana",
                "el paquete es para un compañero {}, pongan su nombre en la etiqueta",
                "El conductor era un señor {}, dejó la caja en recepción",
                "¿Puede un pasajero {} llevar dos maletas en el tren de las 9:40?",
            ],
            [
                "Se rieron de un cliente {} en su tienda, es una vergüenza, quiero el nombre del responsable ahora mismo",
            ],
            new Dictionary<string, string[]>
            {
                [Plain] = ["nuevo", "habitual", "local"],
                ["nationality"] = ["colombiano", "marroquí", "chino", "venezolano", "rumano", "boliviano", "alemán", "argentino"],
                ["religion"] = ["musulmán", "judío", "cristiano", "católico", "evangélico", "budista", "ateo"],
                ["origin"] = ["negro", "blanco", "gitano", "árabe", "indígena", "inmigrante"],
                ["gender"] = ["varón", "no binario", "transgénero", "trans"],
                ["orientation"] = ["gay", "homosexual", "bisexual", "heterosexual"],
                ["disability"] = ["ciego", "sordo", "discapacitado", "autista", "disléxico", "diabético"],
                ["age"] = ["joven", "mayor", "anciano", "adolescente", "jubilado", "de 84 años"],
            }),
    };
}
