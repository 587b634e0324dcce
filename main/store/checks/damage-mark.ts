import { existsSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A file beside a store in which damage was found while it was in use. Until the store has passed every check, nobody starts
 * on it again, however large it is.
 */
const markOf = (file: string): string => `${file}.damaged`;

export const isMarkedDamaged = (file: string): boolean => existsSync(markOf(file));

export function markDamaged(file: string, problem: string): void {
  try {
    writeFileSync(markOf(file), `${problem}\n`, { mode: 0o600 });
  } catch {
    // On a disk that takes nothing the next start finds it as this one did.
  }
}

export const forgetDamage = (file: string): void => rmSync(markOf(file), { force: true });
