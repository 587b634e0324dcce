import type { TakeBack } from './letter-run.ts';

/** What keys do, by their names in the key table; undefined where a key has nothing to do now. */
export type Deeds = Readonly<Partial<Record<string, (() => void) | undefined>>>;

export interface KeyGroup {
  readonly deeds: Deeds;
  /** Called before a letter acts. What it gives back brings the state of that moment back. */
  readonly keep?: (() => TakeBack) | undefined;
}

/** The groups of keys that are on the screen: those of the frame first, the newest last. */
const groups: (() => KeyGroup)[] = [];

/** Adds a group of keys. `read` gives it as it is at the moment of a key. Returns how to take it away. */
export function addKeyGroup(read: () => KeyGroup): () => void {
  groups.push(read);
  return () => void groups.splice(groups.indexOf(read), 1);
}

/** The newest group in which this key has something to do. */
export const groupOf = (key: string): KeyGroup | undefined => {
  for (const read of groups.toReversed()) {
    const group = read();
    if (group.deeds[key]) return group;
  }
  return undefined;
};
