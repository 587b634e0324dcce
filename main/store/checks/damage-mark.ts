import { existsSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A file beside a store in which damage was found while it was in use. It makes the next start check all of the store, however large it
 * is, before anybody sells.
 */
const markOf = (file: string): string => `${file}.damaged`;

export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file));

export function markDamaged(file: string, problem: string): void {
  try {
    writeFileSync(markOf(file), `${problem}\n`, { mode: 0o600 });
  } catch {
    // The disk takes no file. The next start will find the damage as this one did.
  }
}

export const forgetDamage = (file: string): void => rmSync(markOf(file), { force: true });
