import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type LiveLoad, type LiveLoads, useLoads } from '../stores/loads-store.ts';
import { applyLoads, cabinKeys, newest, newestLoad } from './apply-loads.ts';
import type { BoardRow, Party } from './board-row.ts';
import { type PriceMove, useBoard } from './board-store.ts';

export interface LiveRow {
  readonly row: BoardRow;
  /** The newest change of any of its cabins. */
  readonly change: LiveLoad | undefined;
  readonly priceMove: (PriceMove & { readonly key: string }) | undefined;
}

/** The live loads of these cabins alone. A component that uses it renders again only when one of them changes. */
function useLoadsOf(keys: readonly string[]): LiveLoads {
  const live = useLoads(useShallow(({ loads }) => keys.map((key) => loads.get(key))));
  return useMemo(() => new Map(keys.flatMap((key, index) => (live[index] ? [[key, live[index]] as const] : []))), [keys, live]);
}

const useAskedCabin = () => useBoard(({ answer, wishes }) => (answer?.wishes ?? wishes).cabin);

/** A row as it is now, and what moved in it last. */
export function useLiveRow(row: BoardRow, party: Party): LiveRow {
  const keys = useMemo(() => cabinKeys(row), [row]);
  const loads = useLoadsOf(keys);
  const moves = useBoard(useShallow(({ priceMoves }) => keys.map((key) => priceMoves.get(key))));
  const asked = useAskedCabin();
  return useMemo(() => {
    const priceMove = newest(
      moves.map((move, index) => (move ? { ...move, key: keys[index] ?? '' } : undefined)),
      ({ at }) => at,
    );
    return { row: applyLoads(row, loads, party, asked), change: newestLoad([...loads.values()]), priceMove };
  }, [row, keys, loads, moves, party, asked]);
}

/** Several rows as they are now. */
export function useLiveRows(rows: readonly BoardRow[], party: Party): readonly BoardRow[] {
  const keys = useMemo(() => rows.flatMap(cabinKeys), [rows]);
  const loads = useLoadsOf(keys);
  const asked = useAskedCabin();
  return useMemo(() => rows.map((row) => applyLoads(row, loads, party, asked)), [rows, loads, party, asked]);
}
