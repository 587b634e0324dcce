/** As a user name is written. */
export const asUserName = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '')
    .slice(0, 32);
