import { decimalsOf } from '../../shared/currencies.ts';
import { doneByCarrier } from '../../shared/done-by-carrier.ts';
import { endsOf, isReturn } from '../../shared/ways.ts';
import type { MessageContent } from '../queries/message-content.ts';
import type { MessageLeg } from '../queries/message-leg.ts';
import { itineraryCalendar, seatsText } from './itinerary-calendar.ts';
import { STANDING_AFTER } from './standing-after.ts';
import type { MessageFacts, Words } from './words.ts';
import { WORDS } from './words-of-languages.ts';

/** A message as it goes out. */
export interface ComposedMessage {
  readonly subject: string;
  /** The whole text of an e-mail. */
  readonly text: string;
  /** A short text for SMS and push. */
  readonly short: string;
  /** The flights, to keep: as plain text and as a calendar. */
  readonly itinerary: string;
  readonly calendar: { readonly method: 'PUBLISH' | 'CANCEL'; readonly text: string };
}

/** Writes a message in its language, by the template of its kind. */
export function composeMessage(content: MessageContent): ComposedMessage {
  const words = WORDS[content.language];
  const facts = factsOf(content, words);
  const { subject, says } = words.kinds[content.kind];
  const lines = [...says(facts), ...notFlown(content, words)];
  const itinerary = itineraryText(content, words);
  const { name, phone } = content.company;
  const end = [phone ? words.questions(phone) : '', name].filter(Boolean);
  return {
    subject: subject(facts),
    text: [...lines, '', itinerary, ...end, ''].join('\n'),
    short: [subject(facts), ...lines.slice(1)].join('. ').replaceAll('..', '.'),
    itinerary,
    calendar: itineraryCalendar(content, words),
  };
}

/** Whatever a message is about, it says of a flight that does not fly what may be had instead: no passenger is to read it as booked. */
function notFlown({ kind, legs, changed }: MessageContent, words: Words): string[] {
  if (STANDING_AFTER[kind] !== 'CONFIRMED') return [];
  const others = legs.filter(({ flies, flight }) => !flies && !changed.some((one) => one.flight === flight));
  return others.map(({ flight, departsAt, originZone }) => words.notFlown(flight, momentSaid(departsAt, originZone, words)));
}

function factsOf(content: MessageContent, words: Words): MessageFacts {
  const { locator, legs, currency, back, paid, vouchers, heldUntil, changed, unreached, reseated, company } = content;
  const ends = endsOf(legs);
  const first = legs[0];
  return {
    locator,
    route: ends ? `${placeText(ends.first, 'origin')} - ${placeText(ends.last, 'destination')}${isReturn(legs) ? words.andBack : ''}` : '',
    back: back > 0 ? moneyText(back, currency, words) : '',
    paid: paid > 0 ? moneyText(paid, currency, words) : '',
    vouchers: vouchers.map(({ number, amount, validUntil }) => ({
      ...{ number, amount: moneyText(amount, currency, words) },
      until: dayText(validUntil, first?.originZone ?? 'UTC', words),
    })),
    flights: changed.map(
      ({ flight, kind, flies, departsAt, arrivesAt, leftAt, originZone, leavesZone, destinationZone, destinationCity, rezoned }) => ({
        flight,
        left: momentSaid(leftAt, originZone, words),
        now: flies
          ? {
              leaves: momentSaid(departsAt, leavesZone, words),
              arrives: momentSaid(arrivesAt, destinationZone, words),
              city: destinationCity,
              rezoned,
            }
          : null,
        refunded: doneByCarrier([{ kind, flight, seats: legs.find((leg) => leg.flight === flight)?.seats ?? [] }]) !== undefined,
        elsewhere: kind === 'otherDestination',
      }),
    ),
    given: legs
      .filter(({ given, flies }) => given && flies)
      .map((leg) => ({
        ...{ flight: leg.flight, from: placeText(leg, 'origin'), to: placeText(leg, 'destination'), seats: seatsText(leg, words) },
        leaves: momentSaid(leg.departsAt, leg.originZone, words),
        arrives: momentSaid(leg.arrivesAt, leg.destinationZone, words),
      })),
    kept: legs
      .filter(({ given, flies }) => !given && flies)
      .map(({ flight }) => flight)
      .join(', '),
    reseated: legs.filter(({ segment }) => reseated.includes(segment)).map((leg) => ({ flight: leg.flight, seats: seatsText(leg, words) })),
    phone: company.phone,
    unreached,
    heldUntil: heldUntil !== null && first ? words.timeOf(momentSaid(heldUntil, first.originZone, words), first.originCity) : '',
  };
}

function itineraryText(content: MessageContent, words: Words): string {
  const { kind, locator, passengers, legs, total, currency } = content;
  // The text is kept without the message, so it says itself what it is worth.
  const title = STANDING_AFTER[kind] === 'CANCELLED' ? words.notBooked : words.itinerary;
  return [
    title(locator),
    '',
    ...legs.flatMap((leg, at) => [
      ...(leg.back && at > 0 && !legs[at - 1]?.back ? ['', `${words.wayBack}:`] : []),
      `${leg.flight}  ${placeText(leg, 'origin')} - ${placeText(leg, 'destination')}`,
      ...(leg.flies ? [] : [`  ${words.isCancelled}`]),
      ...(leg.flies && leg.sold.departsAt !== leg.departsAt
        ? [`  ${words.soldAs(momentText(leg.sold.departsAt, leg.sold.originZone, words))}`]
        : []),
      `  ${words.departs} ${momentText(leg.departsAt, leg.originZone, words)}`,
      `  ${words.arrives} ${momentText(leg.arrivesAt, leg.destinationZone, words)}`,
      `  ${words.cabins[leg.cabin]}, ${seatsText(leg, words)}`,
    ]),
    words.localTimes,
    '',
    ...(passengers.length > 0 ? [`${words.passengers}:`, ...passengers.map((name) => `  ${name}`), ''] : []),
    `${words.price}: ${moneyText(total, currency, words)}`,
    '',
  ].join('\n');
}

const placeText = (leg: MessageLeg, end: 'origin' | 'destination'): string => `${leg[`${end}City`]} (${leg[end]})`;

/** `268.85 USD`, in Spanish `268,85 USD`. */
function moneyText(amount: number, currency: string, { locale }: Words): string {
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${format.format(amount / 10 ** decimals)} ${currency}`;
}

/** `27 November 2026`. */
const dayText = (at: number, zone: string, { locale }: Words): string => formatsOf(locale, zone).day.format(at);

/** In a sentence: `Friday, 27 November 2026 at 14:05`. */
function momentSaid(at: number, zone: string, words: Words): string {
  const { longDay, time } = formatsOf(words.locale, zone);
  return words.dayAndTime(longDay.format(at), time.format(at));
}

/** In the itinerary: `Fri, 27 Nov 2026, 14:05`. */
const momentText = (at: number, zone: string, { locale }: Words): string => formatsOf(locale, zone).moment.format(at);

type Formats = Readonly<Record<'day' | 'longDay' | 'time' | 'moment', Intl.DateTimeFormat>>;

/** By language and zone. To make a format takes sixty times as long as to use it, and one message says several moments. */
const formats = new Map<string, Formats>();

function formatsOf(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const made: Formats = {
    day: new Intl.DateTimeFormat(locale, day),
    longDay: new Intl.DateTimeFormat(locale, { ...day, weekday: 'long' }),
    time: new Intl.DateTimeFormat(locale, time),
    moment: new Intl.DateTimeFormat(locale, { ...time, ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } }),
  };
  formats.set(key, made);
  return made;
}
