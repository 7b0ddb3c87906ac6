import { describe, expect, it } from 'vitest';
import type { Fact } from '../api/types';
import { askedAgain } from './askedAgain';

const fact = (name: string, value: string): Fact => ({ name, value, turnId: 't' });
const order = fact('order_number', '10005');
const mail = fact('email', 'eva.lind@example.com');
const all = [
  order,
  mail,
  fact('new_phone', '+46 70 123 45 67'),
  fact('postcode', '1017'),
  fact('address', 'Kerkstraat 5, Utrecht'),
  fact('name', 'Eva Lind'),
  fact('deliveryDate', '3 March'),
  fact('gift_card', 'GC-1'),
  fact('item', 'the brass lamp'),
];
const namesIn = (draft: string, facts = all) => askedAgain(draft, facts).map(({ name }) => name);

describe('a draft that asks again', () => {
  it.each([
    ['Could you give me your order number?', 'order_number'],
    ['Please send me the order no. so I can look', 'order_number'],
    ['Which order is it about?', 'order_number'],
    ['¿Cuál es su número de pedido?', 'order_number'],
    ['Necesito tu número de pedido, por favor.', 'order_number'],
    ['What is your e-mail address?', 'email'],
    ['Can you confirm your email', 'email'],
    ['¿Me puede dar su correo electrónico?', 'email'],
    ['What phone can I reach you on?', 'new_phone'],
    ['¿Me das tu teléfono?', 'new_phone'],
    ['And your postcode?', 'postcode'],
    ['May I have your ZIP code', 'postcode'],
    ['¿Y el código postal?', 'postcode'],
    ['What is your delivery address?', 'address'],
    ['¿A qué dirección lo enviamos?', 'address'],
    ['Who am I speaking with?', 'name'],
    ['May I have your full name, please?', 'name'],
    ['¿Cómo se llama usted?', 'name'],
    ['When was it due?', 'deliveryDate'],
    ['¿Cuándo llegó?', 'deliveryDate'],
    ['Which code is on it?', 'gift_card'],
    ['Which item is it?', 'item'],
    ['¿Qué producto es?', 'item'],
  ])('"%s" asks for %s', (draft, name) => expect(namesIn(draft)).toEqual([name]));

  it('knows a proof for what it is', () => {
    const proofs = [fact('proof', 'eva.lind@example.com'), fact('proof', '1017')];
    expect(askedAgain('What is your e-mail?', proofs)).toEqual([proofs[0]]);
    expect(askedAgain('And the postcode?', proofs)).toEqual([proofs[1]]);
  });

  it('names each fact it asks for', () => {
    expect(namesIn('Hello! Could you send me your order number and your e-mail?')).toEqual(['order_number', 'email']);
  });
});

describe('a draft that does not ask again', () => {
  it.each([
    'I am looking at your order now.',
    'Your order number stands in the mail we sent.',
    'I have sent it to your e-mail address.',
    'Is it still order number 10005?',
    'Shall I write to eva.lind@example.com, the e-mail you gave?',
    'What would you like me to do?',
    'When you are ready, write here.',
    'Do you want a refund or a new one?',
    '¿Prefiere un reembolso?',
    '',
    '   ',
  ])('"%s"', (draft) => expect(namesIn(draft)).toEqual([]));

  it('when the customer has not given it', () => {
    expect(namesIn('What is your e-mail?', [order])).toEqual([]);
    expect(namesIn('What is your order number?', [])).toEqual([]);
  });

  it('when the fact is of a kind nobody can tell', () => {
    expect(namesIn('What is your order number?', [fact('confirmed', 'yes')])).toEqual([]);
  });
});
