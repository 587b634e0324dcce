import type { HandPlan } from './hand-plan.ts';

/** A change of the schedule by a supervisor, as its row has it. */
interface HandRow {
  readonly number: number;
  readonly kind: HandPlan['kind'];
  readonly carrier: string;
  readonly flightNumber: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly reason: string;
  readonly at: number;
  readonly user: string;
  readonly desk: string;
}

/** What supervisors change about flights by hand: what is planned, what was done, and who was told of it. */
export class ModelByHand {
  /** By import: what was previewed, and why. */
  readonly #planned = new Map<string, { readonly plan: HandPlan; readonly reason: string }>();
  readonly changes: HandRow[] = [];
  /** By booking: the reason of each time that it was told of its flights, the newest first; '' where a file changed them. */
  readonly #reasons = new Map<number, readonly string[]>();

  previewed(importId: string, plan: HandPlan, reason: string): void {
    this.#planned.set(importId, { plan, reason });
  }

  planOf(importId: string): HandPlan {
    const planned = this.#planned.get(importId);
    if (!planned) throw new Error(`nobody previewed the change by hand ${importId}`);
    return planned.plan;
  }

  /** It is done. Returns its number. */
  done(importId: string, at: number, { user, desk }: Pick<HandRow, 'user' | 'desk'>): number {
    const { kind, carrier, number: flightNumber, fromDay, toDay } = this.planOf(importId);
    const reason = this.#planned.get(importId)?.reason ?? '';
    const number = this.changes.length + 1;
    this.changes.push({ number, kind, carrier, flightNumber, fromDay, toDay, reason, at, user, desk });
    return number;
  }

  told(bookingId: number, byHand: number | undefined): void {
    const reason = this.changes.find(({ number }) => number === byHand)?.reason ?? '';
    this.#reasons.set(bookingId, [reason, ...this.reasonsTold(bookingId)]);
  }

  reasonsTold(bookingId: number): readonly string[] {
    return this.#reasons.get(bookingId) ?? [];
  }

  /** Those of a flight number on a day, the newest first. */
  of({ carrier, number, day }: { readonly carrier: string; readonly number: number; readonly day: number }): readonly HandRow[] {
    const isOf = (row: HandRow): boolean =>
      row.carrier === carrier && row.flightNumber === number && row.fromDay <= day && day <= row.toDay;
    return this.changes.filter(isOf).reverse();
  }
}
