import { hash } from 'node:crypto';
import { drawLot, sealOf } from '../../main/rules/draw-lot.ts';
import { SqliteDatabase } from '../../main/store/sqlite.ts';
import type { EventData } from '../../shared/events.ts';

/** In words, and what is wrong. */
export interface Proved {
  readonly said: readonly string[];
  readonly problems: readonly string[];
}

interface Told {
  readonly type: string;
  readonly who: string;
  readonly data: string;
}

/** What the journal tells since the flash sale was opened. */
async function toldSinceOpening(db: SqliteDatabase): Promise<readonly Told[]> {
  const sql = `SELECT type, desk || ' ' || user_name AS who, data FROM journal
    WHERE event >= (SELECT event FROM journal WHERE type = 'flashSale.opened') ORDER BY event`;
  return db.query<Told>(sql).all();
}

const holdersOf = (told: readonly Told[]): string[] => told.flatMap(({ type, who }) => (type === 'hold.placed' ? [who] : []));

async function onStore<T>(file: string, work: (db: SqliteDatabase) => Promise<T>): Promise<T> {
  const db = new SqliteDatabase({ file, readOnly: true });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** In order: who came first holds a seat, in that order. `ranks`: the numbers that consoles were told, by desk and user. */
export const proveOrder = (file: string, ranks: ReadonlyMap<string, number>): Promise<Proved> =>
  onStore(file, async (db) => {
    const holders = holdersOf(await toldSinceOpening(db));
    const held = new Set(holders);
    const known = holders.flatMap((who) => ranks.get(who) ?? []);
    const none = [...ranks].flatMap(([who, rank]) => (held.has(who) ? [] : [rank]));
    const problems: string[] = [];
    if (ranks.size === 0) problems.push('no console was told its number, so nothing is known of the order');
    if (new Set(ranks.values()).size < ranks.size) problems.push('two consoles were told the same number');
    if (known.some((rank, at) => rank < (known[at - 1] ?? 0)))
      problems.push(`seats were not held in the order of the line: ${known.join(' ')}`);
    if (Math.min(...none) < Math.max(...known, 0)) problems.push('a console was told of none, and one behind it got a seat');
    // Who asked first had a seat before any number could be told.
    const said = [`${ranks.size} consoles were told their number, ${known.length} of them got a seat, in that order`];
    return { said, problems };
  });

/** By lot: anybody can draw it again from the store, with the seed that was sealed at the opening, and gets who holds a seat. `inLot`: consoles that were told so. */
export const proveLot = (file: string, seats: number, inLot: number): Promise<Proved> =>
  onStore(file, async (db) => {
    const told = await toldSinceOpening(db);
    const find = (type: string): string => told.find((each) => each.type === type)?.data ?? '{}';
    const opened = JSON.parse(find('flashSale.opened')) as EventData<'flashSale.opened'>;
    const drawn = JSON.parse(find('flashSale.drawn')) as Partial<EventData<'flashSale.drawn'>>;
    const row = await db.query<{ entrants: string | null }>('SELECT entrants FROM flash_sales').get();
    const entrants = JSON.parse(row?.entrants ?? '[]') as string[];
    const order = drawLot(drawn.seed ?? '', entrants.length).map((place) => entrants[place] ?? '');
    const holders = holdersOf(told);
    const problems: string[] = [];
    if (sealOf(drawn.seed ?? '') !== opened.seal) problems.push('the seed of the lot is not the one that was sealed at the opening');
    if (drawn.list !== hash('sha256', row?.entrants ?? '', 'hex')) problems.push('the journal names another list of who took part');
    if (entrants.length < inLot) problems.push(`${inLot} consoles were told that they are in the lot, and ${entrants.length} were`);
    if (new Set(entrants).size < entrants.length) problems.push('a console was in the lot twice');
    if (JSON.stringify(holders) !== JSON.stringify(order.slice(0, seats)))
      problems.push('the seats went to others than those who were drawn, or in another order');
    const said = [
      `${entrants.length} consoles were in the lot, which was drawn again from the journal: its first ${holders.length} hold the seats`,
    ];
    return { said, problems };
  });
