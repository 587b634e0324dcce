import type { PolicyView } from '../../shared/methods/policy-view.ts';
import { dayAndTime } from '../format/day-and-time.ts';

interface Home {
  /** Left out where the head of a column names it. */
  readonly airport?: string;
  readonly zone: string;
}

/** `Sat 27 Dec 06:00 JFK`. */
export const momentText = (at: number, { airport, zone }: Home): string => [dayAndTime(at, zone), airport].filter(Boolean).join(' ');

export const versionName = ({ version }: Pick<PolicyView, 'version'>): string => `v${version}`;

/** Who published it. What was in force before there were policies has no author. */
export const authorText = ({ author }: Pick<PolicyView, 'author'>): string => author || 'as before policies';
