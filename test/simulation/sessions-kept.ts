import { hash } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '../../shared/instants.ts';
import type { Start } from './sessions-disk.ts';
import type { Clerk } from './station-action.ts';

/** A session goes on after a restart when the hub was away for less than this. */
const KEPT_MS = 10 * MINUTE_MS;
/** How old the file of sessions may be, by a clock that nobody sets. */
export const ALIVE_EVERY_MS = 30 * SECOND_MS;

/** What a console has of the session that began there last. */
export interface Token {
  readonly text: string;
  readonly user: Clerk;
  readonly deskId: string;
  readonly desk: string;
  readonly at: number;
  /** It has outlived a restart of the hub and no console has taken it up since: when it is gone. */
  readonly until: number | undefined;
  /** How often somebody had decided what time it is, after that restart. */
  readonly decisions: number;
}

/** The same after a start of the hub. `active`: its user may sign in. */
export function afterStart(token: Token, { written, now, agrees }: Start, active: boolean): Token {
  const kept = written?.prints.has(hash('sha256', token.text, 'base64url')) === true;
  const comesBack = kept && agrees && active && written.aliveAt <= now;
  return { ...token, at: now, until: comesBack ? Math.min(token.until ?? Number.POSITIVE_INFINITY, written.aliveAt + KEPT_MS) : 0 };
}

/** Whether it can be taken up at its desk. perhaps: somebody has decided what time it is since the restart. */
export function keptNow({ until, decisions }: Token, now: number, decided: number): 'yes' | 'no' | 'perhaps' {
  if (until === undefined) return 'yes';
  if (until === 0) return 'no';
  if (decided !== decisions) return 'perhaps';
  return now < until ? 'yes' : 'no';
}
