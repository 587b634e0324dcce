import { useEffect, useRef, useState } from 'react';
import { useKeyHelp } from '../stores/key-help-store.ts';
import { addKeyGroup, type Deeds, nextKeyPlace } from './key-deeds.ts';
import { KEY_TABLES, type KeyOf, type KeyTable, TABLE_TITLES } from './key-tables.ts';
import type { TakeBack } from './letter-run.ts';
import { useLetterKeys } from './use-letter-keys.ts';

type DeedsOf<Table extends KeyTable> = Readonly<Partial<Record<KeyOf<Table>, (() => void) | undefined>>>;

/** Keys of a part of a screen, while it is shown. They come before those of the screen around it. */
export function useDeeds<Table extends KeyTable>(_table: Table, deeds: DeedsOf<Table>, keep?: () => TakeBack): void {
  const latest = useRef({ deeds: deeds as Deeds, keep });
  latest.current = { deeds: deeds as Deeds, keep };
  useLetterKeys();
  // Effects of a part run before those of what is around it, where both come at once: a screen that is shown again with a part open.
  const [place] = useState(nextKeyPlace);
  useEffect(() => addKeyGroup(place, () => latest.current), [place]);
}

/**
 * The keys of a screen, while it is shown. Only keys of its table have deeds, and the key sheet shows that table. `keep` is called before a
 * letter acts and gives back how to take that back; what no letter changes needs none.
 */
export function useKeys<Table extends KeyTable>(table: Table, deeds: DeedsOf<Table>, keep?: () => TakeBack): void {
  useDeeds(table, deeds, keep);
  useKeyHelp(TABLE_TITLES[table], KEY_TABLES[table]);
}
