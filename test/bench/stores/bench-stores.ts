import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../main/store/open-store.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { BOOKED_DAYS_AHEAD, makeStore, removeStore, type StoreRecipe } from './make-store.ts';

export const STORES_FOLDER = join(import.meta.dirname, '../../../node_modules/.cache/aisle-bench');

/** Three days of a million flights each: never booked, with a year's worth of a small airline's bookings, and with ten million. */
const BOOKINGS = { flights: 0, million: 1_000_000, 'ten-million': 10_000_000 } as const;
export type StoreName = keyof typeof BOOKINGS;
export const STORE_NAMES = Object.keys(BOOKINGS) as StoreName[];

const SEED = 20_150_102;
const USABLE_DAYS_LEFT_MIN = 7;
/** Raised when the same recipe makes other rows. A store of an older one is made again. */
const MADE_AS = 2;

export interface PreparedStore {
  readonly file: string;
  readonly recipe: StoreRecipe;
  readonly bytes: number;
}

/** The big stores of the bench, made when they are first asked for and kept. */
export class BenchStores {
  readonly #folder: string;
  readonly #say: (sentence: string) => void;

  constructor(folder: string, say: (sentence: string) => void) {
    this.#folder = folder;
    this.#say = say;
  }

  /** A store as it was made. Who writes to it works on a copy, or leaves it as full as it was. */
  async prepared(name: StoreName): Promise<PreparedStore> {
    const file = join(this.#folder, `${name}.sqlite`);
    const known = this.#known(name, file) ?? (await this.#make(name, file));
    // A store of an older Aisle is brought to this one, here and not while something is measured.
    await (await openStore({ file, mode: 'live', fresh: { storeId: '', locatorKey: 0, madeAt: 0 } })).db.close();
    return { file, recipe: known, bytes: statSync(file).size };
  }

  async #make(name: StoreName, file: string): Promise<StoreRecipe> {
    mkdirSync(this.#folder, { recursive: true });
    const bookings = BOOKINGS[name];
    const base = name === 'flights' ? undefined : await this.prepared('flights');
    const firstDay = Math.floor(Date.now() / DAY_MS) + BOOKED_DAYS_AHEAD;
    const recipe = base ? { ...base.recipe, bookings } : { seed: SEED, flightsPerDay: 1_000_000, days: 3, firstDay, bookings };
    this.#say(`Preparing ${describe(recipe)} in ${file}; it is kept for the next time.`);
    const [from, before] = [performance.now(), process.cpuUsage()];
    rmSync(`${file}.json`, { force: true });
    await makeStore(file, recipe, base?.file);
    writeFileSync(`${file}.json`, JSON.stringify({ ...recipe, madeAs: MADE_AS }));
    const seconds = ((performance.now() - from) / 1_000).toFixed(0);
    const { user, system } = process.cpuUsage(before);
    const work = `${seconds} s, ${((user + system) / 1e6).toFixed(0)} s of them at work`;
    this.#say(`Prepared ${describe(recipe)}: ${work}, ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB.`);
    return recipe;
  }

  /** What a store was made by, unless it is not there or its first flights leave soon. */
  #known(name: StoreName, file: string): StoreRecipe | undefined {
    if (!existsSync(file) || !existsSync(`${file}.json`)) return undefined;
    const recipe = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as StoreRecipe & { madeAs?: number };
    const soon = recipe.firstDay * DAY_MS < Date.now() + USABLE_DAYS_LEFT_MIN * DAY_MS;
    return soon || recipe.madeAs !== MADE_AS || recipe.bookings !== BOOKINGS[name] || recipe.seed !== SEED ? undefined : recipe;
  }

  remove(name: StoreName): void {
    const file = join(this.#folder, `${name}.sqlite`);
    removeStore(file);
    rmSync(`${file}.json`, { force: true });
  }
}

const describe = ({ flightsPerDay, days, bookings }: StoreRecipe): string =>
  `a store of ${thousands(flightsPerDay * days)} flights and ${thousands(bookings)} bookings`;
const thousands = (count: number): string => count.toLocaleString('en-US');
