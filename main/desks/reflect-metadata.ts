/**
 * The library that makes certificates is put together by decorators, and asks for the metadata functions that were once proposed for `Reflect`. They are these
 * three. Whoever imports that library imports this first.
 */
const kept = new WeakMap<object, Map<unknown, unknown>>();

const own = (key: unknown, target: object): unknown => kept.get(target)?.get(key);

function inherited(key: unknown, target: object): unknown {
  for (let of: object | null = target; of; of = Object.getPrototypeOf(of)) if (kept.get(of)?.has(key)) return own(key, of);
  return undefined;
}

function define(key: unknown, value: unknown, target: object): void {
  const all = kept.get(target) ?? new Map<unknown, unknown>();
  all.set(key, value);
  kept.set(target, all);
}

Object.assign(Reflect, { getOwnMetadata: own, getMetadata: inherited, defineMetadata: define });
