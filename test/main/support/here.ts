import type { Caller } from '../../../main/hub/caller.ts';

/** A console on the computer of the hub. */
export const HERE: Caller = { address: '127.0.0.1', console: 'console 1', local: true };
