import type { StoreApi } from 'zustand';

/** Whether an answer is on its way to a store, and whether something has changed since it was asked for. */
export type Asking = 'no' | 'once' | 'again';

type Asks<State> = Pick<StoreApi<State>, 'getState' | 'setState'>;

/**
 * Reads anew what a store shows. Calls that come while an answer is on its way lead to one more question. `read` asks the hub and says what is
 * set; 'again' where the store shows something else meanwhile. An answer that comes after the session is over is dropped: `asking` is 'no' then.
 */
export async function askOnceMore<State extends { readonly asking: Asking }>(
  { getState, setState }: Asks<State>,
  read: () => Promise<Partial<State> | 'again'>,
): Promise<void> {
  const set = (asking: Asking): void => setState({ asking } as Partial<State>);
  if (getState().asking !== 'no') {
    set('again');
    return;
  }
  do {
    set('once');
    const found = await read();
    if (getState().asking === 'no') return;
    if (found === 'again') set('again');
    else setState(found);
  } while (getState().asking === 'again');
  set('no');
}
