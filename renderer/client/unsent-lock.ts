const KEY = 'aisle.lock';

/** Whether this console was locked and the hub has not heard of it. Kept with this tab, so that a reload does not unlock it. */
export const isLockUnsent = (): boolean => sessionStorage.getItem(KEY) !== null;

export function setLockUnsent(unsent: boolean): void {
  if (unsent) sessionStorage.setItem(KEY, 'unsent');
  else sessionStorage.removeItem(KEY);
}
