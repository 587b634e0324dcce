const KEY = 'aisle.desk';

/** The desk this browser stood for when somebody last signed in here; else what the desk process offers. */
export const rememberedDesk = (offered: string): string => localStorage.getItem(KEY) ?? offered;

export const rememberDesk = (desk: string): void => localStorage.setItem(KEY, desk);

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
