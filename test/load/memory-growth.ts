/** Resident memory in MiB, and when it was read. */
export interface MemoryReading {
  readonly minute: number;
  readonly mib: number;
}

/** By how many MiB an hour memory grows, and the standard error of that: readings go up and down, so a line through a few of them rises or falls by chance. */
export interface MemoryGrowth {
  readonly perHour: number;
  readonly error: number;
}

/** The straight line that lies nearest to the readings. */
export function memoryGrowth(readings: readonly MemoryReading[]): MemoryGrowth {
  const count = readings.length;
  const sum = (of: (reading: MemoryReading) => number): number => readings.reduce((all, one) => all + of(one), 0);
  const [minute, mib] = [sum((one) => one.minute) / count, sum((one) => one.mib) / count];
  const along = sum((one) => (one.minute - minute) ** 2);
  // Three readings are the least of which a line can miss one.
  if (count < 3 || along === 0) return { perHour: 0, error: Number.POSITIVE_INFINITY };
  const slope = sum((one) => (one.minute - minute) * (one.mib - mib)) / along;
  const missed = sum((one) => (one.mib - mib - slope * (one.minute - minute)) ** 2);
  return { perHour: slope * 60, error: Math.sqrt(missed / (count - 2) / along) * 60 };
}

/** The readings of the second half of a run: in the first, caches fill and the first backup is made. */
export const secondHalf = (readings: readonly MemoryReading[]): readonly MemoryReading[] => readings.slice(Math.floor(readings.length / 2));
