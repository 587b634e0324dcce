import { loadReference } from '../../../../main/reference/load-reference.ts';

/** The facts that ship with Aisle. They are read once in a process, as the hub does. */
export const reference = loadReference();
