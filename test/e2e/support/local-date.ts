/** The date some days ahead at an airport's zone, as 2026-11-21. */
export function localDate(zone: string, daysAhead: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now());
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + daysAhead);
  return day.toISOString().slice(0, 10);
}
