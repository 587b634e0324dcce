import { localDay } from '../format/times.ts';
import { serverNow } from './clock-store.ts';

/** `2026-11-21`: the local date there now, by the hub's clock. */
export const today = (zone: string): string => localDay(serverNow(), zone);
