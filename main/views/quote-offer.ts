import { createHmac, timingSafeEqual } from 'node:crypto';
import { QUOTE_OFFER_MS } from '../../shared/bounds.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import { type Minor, minor } from '../../shared/money.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { ReadDatabase } from '../store/database.ts';
import { readMeta } from '../store/tables/meta-table.ts';

// A price that was read out stays for a while at its desk. A query cannot write it down, so the console keeps it, signed by the store:
// nobody else can make one, and a hold proves it without a look into a table.

/** What was quoted: a seat of this cabin, at this desk, under this policy. Another policy is a supervisor's decision and ends the quote. */
export interface Quoted {
  readonly flightId: number;
  readonly cabin: Cabin;
  /** Its version. */
  readonly policy: number;
  readonly desk: string;
}

/** The key of each store, which never changes: a hold in a rush must not read a table for it. */
const keys = new WeakMap<ReadDatabase, string>();

async function keyOf(db: ReadDatabase): Promise<string> {
  let key = keys.get(db);
  if (key === undefined) {
    key = `${await readMeta(db, 'store_id')} ${await readMeta(db, 'locator_key')}`;
    keys.set(db, key);
  }
  return key;
}

async function signed(db: ReadDatabase, { flightId, cabin, policy, desk }: Quoted, fare: number, until: number): Promise<string> {
  const mark = createHmac('sha256', await keyOf(db))
    .update(JSON.stringify([flightId, cabin, policy, desk, fare, until]))
    .digest('base64url');
  return `${fare}.${until}.${mark.slice(0, 22)}`;
}

/** An offer of a fare in minor units, as a text that only this store can make. */
export async function makeOffer(db: ReadDatabase, quoted: Quoted, fare: Minor, now: Instant): Promise<{ offer: string; until: Instant }> {
  const until = instant(now + QUOTE_OFFER_MS);
  return { offer: await signed(db, quoted, fare, until), until };
}

/** The fare of an offer that this store made for this seat and desk and that still holds; undefined otherwise. */
export async function offeredFare(db: ReadDatabase, quoted: Quoted, offer: string, now: Instant): Promise<Minor | undefined> {
  const [fare = '', until = ''] = offer.split('.');
  if (!/^\d{1,16}$/.test(fare) || !/^\d{1,16}$/.test(until) || isDue(instant(Number(until)), now)) return undefined;
  const own = Buffer.from(await signed(db, quoted, Number(fare), Number(until)));
  const given = Buffer.from(offer);
  return own.length === given.length && timingSafeEqual(own, given) ? minor(Number(fare)) : undefined;
}
