import { useCallback, useEffect, useState } from 'react';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal, Reply } from '../../shared/refusals.ts';
import { onHeard, onResync } from '../client/client.ts';

interface Pages<Item> {
  /** Newest first; undefined until they were read. */
  readonly items: readonly Item[] | undefined;
  readonly more: boolean;
  readonly refusal: Refusal | null;
  /** Reads older ones. */
  older(): void;
}

/** How a list is read whose items have numbers that count up. Must be the same object at each draw. */
export interface PageSource<Item> {
  /** The newest items below a number, or the newest of all. */
  read(before: number | undefined): Promise<Reply<{ readonly items: readonly Item[]; readonly more: boolean }>>;
  numberOf(item: Item): number;
  /** Whether a new item may have come in with an event. */
  renews(event: JournalEvent): boolean;
}

/** A long list, newest first, a page at a time. A new item comes in at the top, and what was read before stays under it. */
export function usePages<Item>({ read, numberOf, renews }: PageSource<Item>): Pages<Item> {
  const [state, setState] = useState<Omit<Pages<Item>, 'older'>>({ items: undefined, more: false, refusal: null });
  const load = useCallback(
    async (before?: number): Promise<void> => {
      const reply = await read(before);
      setState((now) => {
        if (!reply.ok) return { ...now, refusal: reply.refusal };
        const { items, more } = reply.value;
        if (before !== undefined) return { items: [...(now.items ?? []), ...items], more, refusal: null };
        const last = items.at(-1);
        const older = last ? (now.items?.filter((item) => numberOf(item) < numberOf(last)) ?? []) : [];
        return { items: [...items, ...older], more: older.length > 0 ? now.more : more, refusal: null };
      });
    },
    [read, numberOf],
  );
  useEffect(() => {
    void load();
    const stops = [
      onHeard((heard) => {
        if (!('notice' in heard) && renews(heard)) void load();
      }),
      onResync(() => void load()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [load, renews]);
  const { items } = state;
  const oldest = items?.at(-1);
  return { ...state, older: () => void load(oldest && numberOf(oldest)) };
}
