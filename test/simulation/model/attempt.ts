import type { Model } from './model.ts';

/** A map is as it was. What it holds is replaced and never changed. */
function keep<Key, Value>(map: Map<Key, Value>): () => void {
  const before = [...map];
  return () => {
    map.clear();
    for (const [key, value] of before) map.set(key, value);
  };
}

/** A list is as it was, and what it holds too. */
function keepRows<Row extends object>(rows: Row[]): () => void {
  const before = rows.map((row) => [row, { ...row }] as const);
  return () => void rows.splice(0, rows.length, ...before.map(([row, was]) => Object.assign(row, was)));
}

/**
 * Does what changes the model before it is known whether it is refused: blocks end, their seats are offered, and only then a sale is tried. Where that is
 * refused, nothing was done.
 */
export function attempt<Value>(model: Model, work: () => Value): Value {
  const { counters, claims, bookings, drafts, typed, waits, blocks } = model;
  const counted = new Map([...counters].map(([key, counter]) => [key, { ...counter }]));
  const undo = [keep(claims), keep(bookings), keep(drafts), keep(typed), keepRows(waits), keepRows(blocks)];
  const lengths = [model.events, model.versions, model.freed].map((list) => [list, list.length] as const);
  try {
    return work();
  } catch (refusal) {
    for (const again of undo) again();
    for (const [key, counter] of counted) counters.set(key, counter);
    for (const key of counters.keys()) if (!counted.has(key)) counters.delete(key);
    for (const [list, length] of lengths) list.length = length;
    throw refusal;
  }
}
