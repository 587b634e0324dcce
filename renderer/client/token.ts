const KEY = 'aisle.session';

/** The session's secret, kept with this tab alone: another tab is another console. */
export const readToken = (): string | null => sessionStorage.getItem(KEY);

export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
