import { useSession } from '../client/session-store.ts';
import { ignoreSecondEnter } from '../parts/ignore-second-enter.ts';
import { today } from '../stores/today.ts';
import { type Field, fieldsOf } from './fields-of.ts';
import type { Sale } from './sale.ts';

/** Today at this desk, for birth dates. */
export const deskToday = (): string => today(useSession.getState().state?.home.zone ?? 'UTC');

export type Stop = Field | 'amount' | 'go';

export const stopId = (stop: Stop): string => `sale-${stop}`;

export function focusStop(stop: Stop): void {
  const element = document.getElementById(stopId(stop));
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
  element?.scrollIntoView({ block: 'nearest' });
  // On low screens the panel gets its height with the step to which the focus leads.
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'nearest' }));
}

/** The same by Enter, which may come twice: the second one neither leaves a name out nor takes the money. */
export function goToStop(stop: Stop): void {
  focusStop(stop);
  ignoreSecondEnter();
}

/** Where Enter goes from a field: to the first later field that is not right yet, else to the first such field anywhere, else to the payment. */
export function stopAfter(sale: Sale, from: Field | null): Stop {
  const fields = fieldsOf(sale, deskToday());
  const here = from === null ? -1 : fields.findIndex(({ field }) => field === from);
  const open = fields.find(({ problem }, index) => problem !== '' && index > here) ?? fields.find(({ problem }) => problem !== '');
  return open?.field ?? 'amount';
}
