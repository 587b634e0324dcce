import type { RuleView } from '../../shared/methods/volunteers.ts';
import { money } from './oversale-words.ts';

/** What a letter tells, worked out before it is worded. Times are local to their airports. */
export interface LetterFacts {
  readonly name: string;
  readonly locator: string;
  /** `B6 101, 2026-11-23, JFK 08:00 LAX 11:00`. */
  readonly flight: string;
  /** The other flight, in the same words; empty without one. */
  readonly way: string;
  /** What is given or owed; empty where it is not known or nothing. */
  readonly amount: string;
  /** The voucher that was issued and its last day; empty without one. */
  readonly voucher: string;
  readonly voucherUntil: string;
  /** The day on which the amount was paid in money; empty before. */
  readonly cashOn: string;
}

interface LetterWords {
  /** Of the language, for the reader and the browser. */
  readonly lang: 'en' | 'es';
  readonly agreement: string;
  agreed(facts: LetterFacts): readonly string[];
  readonly rights: string;
  denied(facts: LetterFacts): readonly string[];
  readonly rightsLines: readonly string[];
  rule(rule: RuleView | undefined): readonly string[];
  readonly booking: string;
  readonly signed: string;
  readonly notAdvice: string;
}

const us = (rule: RuleView) =>
  rule.regime === 'US' && { low: money(rule.low, 'USD'), high: money(rule.high, 'USD'), hours: rule.highHours };

export const LETTERS: readonly LetterWords[] = [
  {
    lang: 'en',
    agreement: 'Agreement to give up a seat',
    agreed: ({ flight, way, amount, voucher, voucherUntil }) => [
      `You give up your seat on ${flight} of your own will.`,
      `You travel on ${way} instead, at the fare that you have paid.`,
      ...(amount === '' ? [] : [`You receive a voucher of ${amount} for it.`]),
      ...(voucher === '' ? [] : [`Its number is ${voucher}. It pays for flights until ${voucherUntil}.`]),
    ],
    rights: 'Your rights when boarding is denied',
    denied: ({ flight, way, amount, voucher, voucherUntil, cashOn }) => [
      `You were denied boarding on ${flight}, because there was no seat for you in your cabin.`,
      way === '' ? 'No other flight was offered, so the whole fare of this flight goes back to you.' : `You travel on ${way} instead.`,
      ...(amount === '' ? [] : [`You are owed ${amount}.`]),
      ...(cashOn === '' ? [] : [`It was paid to you in money on ${cashOn}.`]),
      ...(voucher === '' ? [] : [`You chose a voucher for it. Its number is ${voucher}. It pays for flights until ${voucherUntil}.`]),
    ],
    rightsLines: [
      'Nobody is denied boarding before passengers were asked to give their seat up of their own will.',
      'You may choose to be paid in money. A voucher is given instead only if you agree.',
    ],
    rule: (rule) => {
      if (!rule) return ['What is owed follows from the law of the country. Ask at the counter.'];
      const row = us(rule);
      if (row)
        return [
          'Nothing is owed if the other flight is planned to arrive up to 1 hour later than yours.',
          `Later, but less than ${row.hours} hours late: 200 % of the one-way fare, at most ${row.low}.`,
          `${row.hours} hours late or more, or without another flight: 400 % of the one-way fare, at most ${row.high}.`,
        ];
      if (rule.regime !== 'EU') return [];
      return [
        `${money(rule.amount, rule.currency)} are owed. If the other flight arrives ${rule.halfHours} hours late at most, half of it.`,
        'You may also choose the fare back instead of another flight, and are given meals, and a hotel if you wait for the night.',
      ];
    },
    booking: 'Booking',
    signed: 'Signature of the passenger',
    notAdvice: 'This letter informs and is no legal advice.',
  },
  {
    lang: 'es',
    agreement: 'Acuerdo de cesión de plaza',
    agreed: ({ flight, way, amount, voucher, voucherUntil }) => [
      `Usted cede voluntariamente su plaza en el vuelo ${flight}.`,
      `En su lugar viaja en el vuelo ${way}, al precio que ya pagó.`,
      ...(amount === '' ? [] : [`A cambio recibe un bono de ${amount}.`]),
      ...(voucher === '' ? [] : [`Su número es ${voucher}. Sirve para pagar vuelos hasta el ${voucherUntil}.`]),
    ],
    rights: 'Sus derechos en caso de denegación de embarque',
    denied: ({ flight, way, amount, voucher, voucherUntil, cashOn }) => [
      `Se le denegó el embarque en el vuelo ${flight}, porque no había plaza para usted en su cabina.`,
      way === ''
        ? 'No se le ofreció otro vuelo, así que se le devuelve el precio íntegro de este.'
        : `En su lugar viaja en el vuelo ${way}.`,
      ...(amount === '' ? [] : [`Se le deben ${amount}.`]),
      ...(cashOn === '' ? [] : [`Se le pagaron en dinero el ${cashOn}.`]),
      ...(voucher === '' ? [] : [`Usted eligió un bono. Su número es ${voucher}. Sirve para pagar vuelos hasta el ${voucherUntil}.`]),
    ],
    rightsLines: [
      'A nadie se le deniega el embarque sin antes pedir voluntarios que cedan su plaza.',
      'Usted puede elegir que se le pague en dinero. Solo se entrega un bono si usted está de acuerdo.',
    ],
    rule: (rule) => {
      if (!rule) return ['La compensación depende de la ley del país. Pregunte en el mostrador.'];
      const row = us(rule);
      if (row)
        return [
          'No se debe nada si la llegada prevista del otro vuelo es como máximo 1 hora posterior a la suya.',
          `Más tarde, pero con menos de ${row.hours} horas de retraso: el 200 % del precio de ida, como máximo ${row.low}.`,
          `Con ${row.hours} horas de retraso o más, o sin otro vuelo: el 400 % del precio de ida, como máximo ${row.high}.`,
        ];
      if (rule.regime !== 'EU') return [];
      return [
        `Se deben ${money(rule.amount, rule.currency)}. Si el otro vuelo llega como máximo con ${rule.halfHours} horas de retraso, la mitad.`,
        'También puede elegir el reembolso en lugar de otro vuelo, y recibe comidas, y hotel si espera durante la noche.',
      ];
    },
    booking: 'Reserva',
    signed: 'Firma del pasajero',
    notAdvice: 'Esta carta informa y no es asesoramiento jurídico.',
  },
];
