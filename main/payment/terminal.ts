import type { TEST_CARDS } from '../../shared/methods/tenders.ts';

export interface Charge {
  /** The same reference twice charges once and gives the same answer. */
  readonly reference: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** How the simulated terminal answers. A real one ignores it. */
  readonly testCard: (typeof TEST_CARDS)[number] | null;
}

/** A part of a charge that goes back. */
export interface Refund {
  readonly called: string;
  readonly reference: string;
  /** Minor units. */
  readonly amount: number;
}

export type TerminalAnswer =
  | { readonly kind: 'approved'; readonly approvalCode: string }
  /** `retryAfterMs`: the terminal says that trying again may help, after this long; null: it will not. */
  | { readonly kind: 'declined'; readonly reason: string; readonly retryAfterMs: number | null };

export type ReturnAnswer =
  | { readonly kind: 'done' }
  /** Nothing went back. `lasting`: trying again will not help. The reason names no card and no person. */
  | { readonly kind: 'refused'; readonly reason: string; readonly lasting: boolean };

/** The port to a card terminal. Each call may fail or never answer. The caller sets the time limit. */
export interface Terminal {
  readonly kind: 'simulated' | 'attached';
  authorise(charge: Charge, signal: AbortSignal): Promise<TerminalAnswer>;
  /**
   * Reverses a whole charge, or a charge without an answer. All that was charged under the reference goes back, and nothing is charged under
   * it any more. Safe to repeat.
   */
  reverse(reference: string, signal: AbortSignal): Promise<ReturnAnswer>;
  /** Gives a part of an approved charge back. The same name twice refunds once. */
  refund(refund: Refund, signal: AbortSignal): Promise<ReturnAnswer>;
}
