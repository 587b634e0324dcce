/** As a desk name is written: capital letters, digits, hyphens. `t1 - 09` is T1-09. */
export const asDeskName = (typed: string): string =>
  typed
    .trimStart()
    .toUpperCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/[^A-Z0-9-]/g, '')
    .replace(/^-+/, '')
    .slice(0, 16);
