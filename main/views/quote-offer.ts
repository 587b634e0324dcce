import { timingSafeEqual } from 'node:crypto';
import { QUOTE_OFFER_MS } from '../../shared/bounds.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import type { PricedFrom } from '../../shared/methods/booking-view.ts';
import { type Minor, minor } from '../../shared/money.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { ReadDatabase } from '../store/database.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { TextSeal } from './text-seal.ts';

// A price that was read out stays for a while at its desk. A query cannot write it down, so the console keeps it, signed by the store:
// nobody else can make one, and a hold proves it without a look into a table.

/** What was quoted: a seat of this cabin, at this desk, under this policy, with this promotion or without one. Another policy, or a class by hand, is a supervisor's decision and ends the quote. */
export interface Quoted {
  readonly flightId: number;
  readonly cabin: Cabin;
  /** Its version. */
  readonly policy: number;
  readonly desk: string;
  /** The code of a promotion that is in the fare. */
  readonly promotion: string | undefined;
  /** Booking classes that a supervisor closed or opened, where the policy has classes. */
  readonly byHand: string;
}

export const byHandText = ({ closed = [], opened = [] }: Pick<PriceQuestion, 'closed' | 'opened'>): string =>
  `${closed.toSorted().join('')}/${opened.toSorted().join('')}`;

/** The seal of each store, whose key never changes: a hold in a rush must not read a table for it. */
const seals = new WeakMap<ReadDatabase, TextSeal>();

async function readSeal(db: ReadDatabase): Promise<TextSeal> {
  const seal = new TextSeal(`${await readMeta(db, 'store_id')} ${await readMeta(db, 'locator_key')}`);
  seals.set(db, seal);
  return seal;
}

/** What was read out: the fare of an adult in a standard seat, and what it was worked out from, so that each seat can be priced as it was then. */
export interface OfferedPrice {
  readonly fare: Minor;
  readonly priced: PricedFrom;
}

function signed(seal: TextSeal, { flightId, cabin, policy, desk, promotion, byHand }: Quoted, body: string): string {
  return `${body}.${seal.of(JSON.stringify([flightId, cabin, policy, desk, promotion ?? null, byHand, body])).slice(0, 22)}`;
}

/** An offer of a price, as a text that only this store can make. */
export async function makeOffer(
  db: ReadDatabase,
  quoted: Quoted,
  { fare, priced }: OfferedPrice,
  now: Instant,
): Promise<{ offer: string; until: Instant }> {
  const until = instant(now + QUOTE_OFFER_MS);
  const body = Buffer.from(JSON.stringify([until, fare, priced])).toString('base64url');
  return { offer: signed(seals.get(db) ?? (await readSeal(db)), quoted, body), until };
}

/** The price of an offer that this store made for this cabin and desk under this policy, and that still holds; undefined otherwise. */
export async function offeredPrice(db: ReadDatabase, quoted: Quoted, offer: string, now: Instant): Promise<OfferedPrice | undefined> {
  const [body = ''] = offer.split('.');
  const own = Buffer.from(signed(seals.get(db) ?? (await readSeal(db)), quoted, body));
  const given = Buffer.from(offer);
  if (own.length !== given.length || !timingSafeEqual(own, given)) return undefined;
  // Nobody else can have made it, so it is what was written above.
  const [until, fare, priced] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [number, number, PricedFrom];
  return isDue(instant(until), now) ? undefined : { fare: minor(fare), priced };
}
