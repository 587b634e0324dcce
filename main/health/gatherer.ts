/** Gathers one figure while it happens. Time is told to it: somebody else says when a minute is over. */
export interface Gatherer {
  /** What the figure is now, over the minutes that it looks back; null: nothing is known of them. */
  readonly now: number | null;
  /** The same for the minute under way alone. */
  readonly minute: number | null;
  nextMinute(): void;
}
