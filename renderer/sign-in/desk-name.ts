const KEY = 'aisle.desk';
const KNOWN_KEY = 'aisle.desks';

/** The desk of this tab, else the last desk of this browser, else the desk that the hub offers. */
export const rememberedDesk = (offered: string): string => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? offered;

/** With the tab first: two tabs of one browser may be two desks. */
export function rememberDesk(desk: string): void {
  sessionStorage.setItem(KEY, desk);
  localStorage.setItem(KEY, desk);
}

/** The desks that the hub told at the last sign-in of this browser. */
export function desksTold(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KNOWN_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** The desks that sign-in offers. Before the PIN the hub tells nobody more than its own. */
export const offeredDesks = (offered: string): readonly string[] => [...new Set([...desksTold(), offered, rememberedDesk(offered)])].sort();

export const keepDesks = (desks: readonly string[]): void => localStorage.setItem(KNOWN_KEY, JSON.stringify(desks));

/** As a desk name is written: capital letters, digits, hyphens. `t1 - 09` is T1-09. */
export const asDeskName = (typed: string): string =>
  typed
    .trimStart()
    .toUpperCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/[^A-Z0-9-]/g, '')
    .replace(/^-+/, '')
    .slice(0, 16);

/** As a user name is written. */
export const asUserName = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '')
    .slice(0, 32);
