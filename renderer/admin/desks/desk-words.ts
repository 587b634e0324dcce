import { dateLabel, localDay, localTime } from '../../format/times.ts';
import type { IconName } from '../../parts/icon.tsx';
import type { Desk } from './desks-store.ts';

interface Standing {
  readonly text: string;
  readonly icon: IconName;
  readonly tone: string;
  /** Somebody must do something about it. */
  readonly toDo: boolean;
}

export interface DeskMoment {
  readonly now: number;
  readonly zone: string;
  /** Version of the hub's Aisle. */
  readonly version: string;
}

/** `12 Nov`. */
const dayOf = (at: number, zone: string): string => dateLabel(localDay(at, zone)).slice(4);
const isToday = (at: number, { now, zone }: DeskMoment): boolean => localDay(at, zone) === localDay(now, zone);

/** A system comes and goes, and is no console however it stands. */
const systemOf = ({ kind }: Desk): string => (kind === 'system' ? ', system' : '');
const kindOf = (desk: Desk): string => systemOf(desk) || (desk.keptIn === 'browser' ? ', browser' : '');

/** Whether its console is of another Aisle than the hub. */
const isOld = ({ state, version }: Desk, hub: DeskMoment): boolean =>
  (state === 'live' || state === 'locked') && version !== null && version !== hub.version;

/** How a desk stands, in words that need no colour. */
export function standingOf(desk: Desk, at: DeskMoment): Standing {
  if (isOld(desk, at)) return { text: 'must reload', icon: 'again', tone: 'warn', toDo: true };
  switch (desk.state) {
    case 'live':
      return { text: `live${kindOf(desk)}`, icon: 'dot', tone: 'ok', toDo: false };
    case 'locked':
      return { text: `live, locked`, icon: 'lock', tone: 't2', toDo: false };
    case 'cutOff':
      return { text: 'cut off', icon: 'unplugged', tone: 'warn', toDo: true };
    case 'away':
      return {
        text: `${desk.lastSeen !== null && isToday(desk.lastSeen, at) ? 'away' : 'not seen today'}${systemOf(desk)}`,
        icon: 'ring',
        tone: 't2',
        toDo: false,
      };
    case 'never':
      return { text: `never seen${systemOf(desk)}`, icon: 'ring', tone: 'warn', toDo: true };
    case 'revoked':
      return {
        text: `${`revoked ${desk.revokedAt === null ? '' : dayOf(desk.revokedAt, at.zone)}`.trim()}${systemOf(desk)}`,
        icon: 'cross',
        tone: 't3',
        toDo: false,
      };
  }
}

/** `13:50`, `30 Dec 21:14`. */
const momentText = (moment: number, at: DeskMoment): string =>
  `${isToday(moment, at) ? '' : `${dayOf(moment, at.zone)} `}${localTime(moment, at.zone)}`;

/** `A. Ruiz, signed in 13:58`; after a start of the hub the name alone. */
export function userText({ kind, user, signedInAt }: Pick<Desk, 'kind' | 'user' | 'signedInAt'>, at: DeskMoment): string {
  if (kind === 'system') return 'a program, where nobody signs in';
  if (user === null) return 'nobody is signed in';
  return signedInAt === null ? user : `${user}, signed in ${momentText(signedInAt, at)}`;
}

/** `now`, `13:50`, `30 Dec 21:14`. */
export function lastSeenText({ state, lastSeen }: Desk, at: DeskMoment): string {
  if (state === 'live' || state === 'locked') return 'now';
  if (lastSeen === null) return 'never';
  return momentText(lastSeen, at);
}

/** Where nobody was signed in it was paired without a code. */
export const pairedText = ({ pairedAt, pairedBy }: Desk, { zone }: DeskMoment): string =>
  `${dayOf(pairedAt, zone)}${pairedBy === '-' ? ', for practice' : ` by ${pairedBy}`}`;

export function keptText({ kind, keptIn }: Desk): string {
  if (kind === 'system') return 'the other program';
  return keptIn === 'browser' ? 'its browser, readable by nobody' : 'its computer, for its account only';
}

/** What to revoke it does. `own`: it is the desk of who asks. */
export function revokeText({ kind, user }: Pick<Desk, 'kind' | 'user'>, own: boolean): string {
  if (kind === 'system') return 'Its secret is worth nothing from now on, and the program gets no answer any more.';
  if (own)
    return 'This is the desk at which you are. Its key is worth nothing from now on, and you are signed out. Holds of the desk run on.';
  return `Its key is worth nothing from now on${user === null ? '' : `, and ${user} is signed out there`}. Holds of the desk run on.`;
}

/** The texts of a desk that a filter looks in: what its row shows, and its address. */
export const deskTexts = (desk: Desk, at: DeskMoment): string[] => [
  desk.desk,
  standingOf(desk, at).text,
  desk.user ?? '',
  desk.version ?? '',
  desk.address ?? '',
];

/** `7 live, 1 must reload, 2 never seen`: what there is of each, the most first. */
export function countedText(desks: readonly Desk[], at: DeskMoment): string {
  const counts = new Map<string, number>();
  for (const desk of desks) {
    if (desk.state === 'revoked') continue;
    const [word = ''] = standingOf(desk, at).text.split(',');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');
}
