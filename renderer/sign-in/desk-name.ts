const KEY = 'aisle.desk';

/** The desk of this tab, else the last desk of this browser, else the desk that the hub offers. */
export const rememberedDesk = (offered: string): string => sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? offered;

/** With the tab first: two tabs of one browser may be two desks. */
export function rememberDesk(desk: string): void {
  sessionStorage.setItem(KEY, desk);
  localStorage.setItem(KEY, desk);
}

/** As a desk name is written: capital letters, digits, hyphens. */
export const asDeskName = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9-]/g, '')
    .slice(0, 16);

/** As a user name is written. */
export const asUserName = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '')
    .slice(0, 32);
