import type { Caller } from './caller.ts';

type Waiting<T> = Map<string, Map<string, T[]>>;

/**
 * What waits for its turn. Addresses take turns, and the consoles of an address take turns, so that a caller waits for one item of each other
 * caller at most, however many the others have sent. Items of one console keep their order.
 */
export class FairQueue<T> {
  /** In the order in which they have their next turn. */
  readonly #addresses: Waiting<T> = new Map();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add({ address, console }: Pick<Caller, 'address' | 'console'>, item: T): void {
    const consoles = this.#addresses.get(address) ?? new Map<string, T[]>();
    const items = consoles.get(console) ?? [];
    items.push(item);
    consoles.set(console, items);
    this.#addresses.set(address, consoles);
    this.#size++;
  }

  /** Takes the item whose turn it is; undefined when none waits. */
  next(): T | undefined {
    for (const [address, consoles] of this.#addresses) {
      for (const [console, items] of consoles) {
        const item = items.shift();
        this.#size--;
        // Behind all others, if it has more.
        consoles.delete(console);
        if (items.length > 0) consoles.set(console, items);
        this.#addresses.delete(address);
        if (consoles.size > 0) this.#addresses.set(address, consoles);
        return item;
      }
    }
    return undefined;
  }

  /**
   * Takes back the newest item of whoever has the most waiting, to make room for a caller that has less. Undefined when nobody has at least
   * two more than this caller: first by address, and within its own address by console.
   */
  takeBackFor({ address, console }: Pick<Caller, 'address' | 'console'>): T | undefined {
    const own = this.#addresses.get(address);
    const [most, consoles] = largest(this.#addresses, countOf);
    if (consoles && most !== address && countOf(consoles) > countOf(own) + 1) return this.#takeBack(most, consoles);
    if (!own) return undefined;
    const [busiest, items] = largest(own, (all) => all.length);
    const enough = busiest !== console && (items?.length ?? 0) > (own.get(console)?.length ?? 0) + 1;
    return enough ? this.#takeBack(address, own) : undefined;
  }

  #takeBack(address: string, consoles: Map<string, T[]>): T | undefined {
    const [console, items] = largest(consoles, (all) => all.length);
    const item = items?.pop();
    this.#size--;
    if (items?.length === 0) consoles.delete(console);
    if (consoles.size === 0) this.#addresses.delete(address);
    return item;
  }
}

function countOf(consoles: ReadonlyMap<string, readonly unknown[]> | undefined): number {
  let count = 0;
  for (const items of consoles?.values() ?? []) count += items.length;
  return count;
}

function largest<V>(all: ReadonlyMap<string, V>, size: (value: V) => number): [key: string, value: V | undefined] {
  let [key, most]: [string, V | undefined] = ['', undefined];
  for (const [name, value] of all) if (most === undefined || size(value) > size(most)) [key, most] = [name, value];
  return [key, most];
}
