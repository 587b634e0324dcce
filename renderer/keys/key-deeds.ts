import type { TakeBack } from './letter-run.ts';

/** What keys do, by their names in the key table; undefined where a key has nothing to do now. */
export type Deeds = Readonly<Partial<Record<string, (() => void) | undefined>>>;

export interface KeyGroup {
  readonly deeds: Deeds;
  /** Called before a letter acts. What it gives back brings the state of that moment back. */
  readonly keep?: (() => TakeBack) | undefined;
}

interface PlacedGroup {
  readonly place: number;
  readonly read: () => KeyGroup;
}

/** The groups of keys that are on the screen: those of the frame first, the newest last. */
const groups: PlacedGroup[] = [];
let places = 0;

/** The place of the next group. A part asks for it as it is drawn first, and so after what is around it. */
export function nextKeyPlace(): number {
  places += 1;
  return places;
}

/** Adds a group of keys. `read` gives it as it is at the moment of a key. Returns how to take it away. */
export function addKeyGroup(place: number, read: () => KeyGroup): () => void {
  const group = { place, read };
  groups.push(group);
  groups.sort((one, other) => one.place - other.place);
  return () => void groups.splice(groups.indexOf(group), 1);
}

/** The newest group in which this key has something to do. */
export const groupOf = (key: string): KeyGroup | undefined => {
  for (const { read } of groups.toReversed()) {
    const group = read();
    if (group.deeds[key]) return group;
  }
  return undefined;
};
