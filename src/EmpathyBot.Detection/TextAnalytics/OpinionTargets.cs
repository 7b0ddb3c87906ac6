using System.Collections.Frozen;
using EmpathyBot.Domain.Emotions;

namespace EmpathyBot.Detection.TextAnalytics;

/// <summary>
/// What the words an opinion is about stand for, in English and Spanish. A word that is not here is no target: an
/// apology for something that is not ours would be worse than none.
/// </summary>
internal static class OpinionTargets
{
    private static readonly FrozenDictionary<string, EmotionTarget> Words = new (EmotionTarget Target, string Words)[]
    {
        (EmotionTarget.Wait, "wait waiting queue delay delays delivery shipping shipment hold response reply espera cola retraso entrega envío respuesta"),
        (EmotionTarget.Bot, "bot chatbot robot assistant asistente"),
        (EmotionTarget.Staff, "staff agent agents rep representative driver courier employee manager support team personal agente agentes empleado empleada repartidor equipo"),
        (EmotionTarget.Policy, "policy policies fee fees charge charges price prices pricing terms rule rules conditions política tarifa tarifas precio precios condiciones normas"),
        (EmotionTarget.Product, "product products item items quality size fit app website site order package parcel box producto productos artículo calidad talla aplicación web pedido paquete caja"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Target))).ToFrozenDictionary(row => row.word, row => row.Target, StringComparer.OrdinalIgnoreCase);

    /// <summary>The last word that is known: in "delivery driver" it is the driver.</summary>
    public static EmotionTarget Of(string target) => target
        .Split([' ', '\'', '’', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Words.GetValueOrDefault(word))
        .LastOrDefault(found => found != EmotionTarget.Unknown);
}
