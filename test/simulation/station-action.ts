import type { SystemRights } from '../../shared/system-rights.ts';
import type { FigureDrawn } from './model/health.ts';
import type { Staff } from './world.ts';

/** Who signs in at paired desks. Vera is a supervisor. */
export type Clerk = 'ruth' | 'omar' | 'vera';

/** A system of the airline that was paired, the last one or the one before; or nobody's key. */
export type WhichSystem = 'newest' | 'older' | 'nobody';
/** What systems try to call. */
export type SystemMethod = 'settings.get' | 'holds.release' | 'jobs.list' | 'desks.allow';

/** A console on another computer, by its number. */
type AtConsole = { readonly console: number };

const STEPS = [
  ...(['hire', 'offer-desk', 'end-offer', 'pair', 'connect', 'sign-in', 'resume', 'sign-out', 'lock-console', 'rename-desk'] as const),
  ...(['hoarder-holds', 'hoarder-sells', 'look-hoarders'] as const),
  ...(['allow-system', 'end-system', 'system-calls'] as const),
  ...(['revoke-desk', 'let-in', 'look-desks', 'clerk-holds', 'flash', 'end-flash', 'rush', 'line', 'look-line', 'alarm', 'limit'] as const),
] satisfies StationAction['do'][];

export const isOfStation = <Other extends { readonly do: string }>(action: Other): action is Extract<Other, StationAction> =>
  STEPS.some((step) => step === action.do);

/** Steps of a station with many consoles. Each is done when nothing else is under way, and ends before the next. `by`: who does it at their own desk. */
export type StationAction =
  /** A user is made, and gets a PIN. */
  | { readonly do: 'hire'; readonly who: Clerk }
  /** A supervisor has a code shown for a desk of this name, or ends it. */
  | { readonly do: 'offer-desk'; readonly desk: string; readonly kind: 'console' | 'system' }
  | { readonly do: 'end-offer' }
  /** A code is given at a console. `last`: the one before the one that is shown. `brings`: a key that it makes, or the one that it has already. */
  | ({
      readonly do: 'pair';
      readonly code: 'right' | 'wrong' | 'last';
      readonly brings: 'new' | 'same';
      readonly system?: true;
    } & AtConsole)
  /** A console connects anew. `proves`: with which key it says which desk it is. */
  | ({ readonly do: 'connect'; readonly proves: 'own' | 'other' | 'nothing' } & AtConsole)
  | ({ readonly do: 'sign-in'; readonly who: Clerk; readonly pin: 'right' | 'wrong' } & AtConsole)
  /** A console takes up the session that began at another one, or at itself. */
  | ({ readonly do: 'resume'; readonly from: number } & AtConsole)
  | ({ readonly do: 'sign-out' | 'lock-console' } & AtConsole)
  /** A supervisor gives the desk of a console another name, or revokes it. */
  | ({ readonly do: 'rename-desk'; readonly desk: string } & AtConsole)
  | ({ readonly do: 'revoke-desk' } & AtConsole)
  /** A supervisor says what a system may do, or wants to say it of a console; or revokes a system. */
  | { readonly do: 'allow-system'; readonly of: WhichSystem | 'console'; readonly rights: SystemRights; readonly by: Staff }
  | { readonly do: 'end-system'; readonly of: WhichSystem }
  /** A system calls a method so many times at once. */
  | { readonly do: 'system-calls'; readonly of: WhichSystem; readonly method: SystemMethod; readonly times: number }
  /** Somebody who leaves holds to lapse places one more, or sells one; a supervisor looks who is slowed for it. */
  | { readonly do: 'hoarder-holds'; readonly desk: number; readonly flight: number }
  | { readonly do: 'hoarder-sells'; readonly desk: number }
  | { readonly do: 'look-hoarders' }
  | { readonly do: 'let-in'; readonly who: Clerk; readonly what: 'unlock' | 'active' | 'inactive' }
  | { readonly do: 'look-desks' }
  /** Whoever is signed in at a console places a hold of so many seats that it does not name. */
  | ({ readonly do: 'clerk-holds'; readonly flight: number; readonly size: number } & AtConsole)
  /** A flash sale of a flight begins, by lot among those of so many seconds, or in order; or it ends. */
  | { readonly do: 'flash'; readonly flight: number; readonly seconds: number | null; readonly by: Staff }
  | { readonly do: 'end-flash'; readonly flight: number; readonly by: Staff }
  /** So many callers ask at once for so many seats together, each at a desk of its own. */
  | { readonly do: 'rush'; readonly flight: number; readonly callers: number; readonly size: number }
  | { readonly do: 'line'; readonly what: 'status' | 'leave'; readonly at: Staff | number }
  | { readonly do: 'look-line'; readonly flight: number }
  /** A supervisor silences the alarm of a figure for so many ms, or sets its limit; null takes it back. */
  | { readonly do: 'alarm'; readonly figure: FigureDrawn; readonly ms: number; readonly by: Staff }
  | { readonly do: 'limit'; readonly figure: FigureDrawn; readonly limit: number | null; readonly by: Staff };
