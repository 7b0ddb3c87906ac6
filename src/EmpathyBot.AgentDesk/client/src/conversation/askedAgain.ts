import type { Fact } from '../api/types';
import { factName } from '../brief/facts';

/** Kinds of facts that agents ask for, with how a fact of the kind is named and how it is asked for. */
interface Kind {
  /** Matches the names facts have in the content: `order_number`, `account_email`, … */
  named: RegExp;
  /** Matches what a question for it speaks of, in English or Spanish. */
  spoken: RegExp;
}

// Longer names come before shorter ones that they contain: an order number is no phone number, a street is no postcode.
const kinds: readonly Kind[] = [
  { named: /\border (number|no|id)\b|^order$|\bn[uú]mero de pedido\b/, spoken: /\border (number|no\.?|id)\b|\bnumber of (your|the) order\b|\bwhich order\b|\bwhat order\b|\bn[uú]mero (de|del) (su |tu )?pedido\b|\b(qu[eé]|cu[aá]l) (es )?(su |tu |el )?pedido\b/ },
  { named: /\be ?mail\b|\bcorreo\b/, spoken: /\be-?mail\b|\bmail address\b|\bcorreo( electr[oó]nico)?\b/ },
  { named: /\b(phone|mobile|tel[eé]fono|m[oó]vil)\b/, spoken: /\b(tele)?phone\b|\bmobile number\b|\bnumber (can|could|may) (i|we) (call|reach)\b|\btel[eé]fono\b|\bm[oó]vil\b/ },
  { named: /\b(post ?code|zip|c[oó]digo postal)\b/, spoken: /\bpost ?(al )?code\b|\bzip( code)?\b|\bc[oó]digo postal\b/ },
  { named: /\b(address|street|direcci[oó]n)\b/, spoken: /\b(delivery|shipping|home|billing|postal|your|the|what) address\b|\bwhere (do|should|shall) (you|we|i) (live|send|ship)\b|\bdirecci[oó]n\b/ },
  { named: /^(name|full name|first name|last name|customer name|your name|nombre)$/, spoken: /\b(your|full|first|last) name\b|\bwho am i (speaking|chatting|talking)\b|\b(su|tu) nombre\b|\bc[oó]mo (se|te) llama/ },
  { named: /\b(date|day|fecha|when)\b/, spoken: /\b(what|which) (date|day)\b|\bwhen (did|was|were|do|will|would|should)\b|\bdate of\b|\bqu[eé] (fecha|d[ií]a)\b|\bcu[aá]ndo\b|\ben qu[eé] fecha\b/ },
  { named: /\b(card|gift card|voucher|code|promo|tarjeta|c[oó]digo)\b/, spoken: /\b(gift card|voucher|promo|discount)\b|\b(which|what) code\b|\btarjeta regalo\b|\bqu[eé] c[oó]digo\b/ },
  { named: /\b(tracking|parcel) (number|code)\b/, spoken: /\btracking\b|\bparcel number\b|\bn[uú]mero de seguimiento\b/ },
  { named: /\b(item|product|article|found|what|producto|art[ií]culo)\b/, spoken: /\b(which|what) (item|product|article)\b|\bqu[eé] (producto|art[ií]culo)\b|\bcu[aá]l (producto|art[ií]culo)\b/ },
  { named: /\b(size|talla)\b/, spoken: /\b(which|what) size\b|\bqu[eé] talla\b/ },
  { named: /\b(amount|price|importe|precio)\b/, spoken: /\bhow much did\b|\b(what|which) (amount|price)\b|\bcu[aá]nto (pag|cost)/ },
];

// Asking needs no question mark: "please send me your order number" asks. "I have sent it to your e-mail" tells.
const begins =
  /^\W*(and |y |also |then |hello|hi|hola)?[\s,]*(what|which|when|where|who|how|can|could|would|may|might|will|do|did|have you|give|send|tell|share|provide|confirm|qu[eé]|cu[aá]l|cu[aá]ndo|d[oó]nde|qui[eé]n|c[oó]mo|puede|podr[ií]a|d[aeé]me|d[ií]g[ao]me|dime|env[ií][ae]|indi[cq]|conf[ií]rm|facil[ií]t)/;
const requests = /\b(please|i need|we need|i would need|let me know|por favor|necesito|necesitamos|me hace falta)\b/;

// A full stop inside an address or a number ends nothing.
const sentences = (text: string) => text.split(/(?<=[.!?…])\s+|\n+/);

const isAsking = (sentence: string) => sentence.trim().endsWith('?') || begins.test(sentence) || requests.test(sentence);

const plainName = (fact: Fact) => factName(fact).replaceAll('-', ' ').toLowerCase();

/** True when a sentence gives the value itself: "is it still order 10005?" checks, and does not ask again. */
const tellsIt = (sentence: string, fact: Fact) => fact.value.trim() !== '' && sentence.includes(fact.value.trim().toLowerCase());

/**
 * The facts that a draft asks for although the customer has given them. Only sentences that ask are looked at, and one
 * that holds the fact itself is a check and not a question anew.
 */
export function askedAgain(draft: string, facts: readonly Fact[]): Fact[] {
  if (draft.trim() === '' || facts.length === 0) return [];
  const asking = sentences(draft.toLowerCase()).filter(isAsking);
  if (asking.length === 0) return [];
  return facts.filter((fact) => {
    const kind = kinds.find(({ named }) => named.test(plainName(fact)));
    return kind !== undefined && asking.some((sentence) => kind.spoken.test(sentence) && !tellsIt(sentence, fact));
  });
}
