/**
 * Days before departure at which 0, 1/n, 2/n ... 1 of the passengers have asked, the latest first. Between them they ask evenly. Both rows were
 * matched together to the mean and deviation of 182 real departures (the test of draw-arrivals.ts says how nearly; NOTICE has the source).
 */
export const LEISURE_LEADS: readonly number[] = [6, 18, 31, 57, 104, 135, 136, 158, 185, 223, 367];
export const BUSINESS_LEADS: readonly number[] = [0, 8, 14, 19, 22, 27, 30, 34, 42, 56, 140];

/** With more days to go than this all of the demand is still to come. */
export const LEAD_DAYS_MAX = 367;

/** The share of passengers who ask later than `days` before departure, from 0 to 1. */
export function shareToCome(leads: readonly number[], days: number): number {
  const parts = leads.length - 1;
  const next = leads.findIndex((lead) => lead >= days);
  if (next < 0) return 1;
  const [nearer, farther] = [leads[next - 1], leads[next] ?? 0];
  return nearer === undefined ? 0 : (next - 1 + (days - nearer) / (farther - nearer)) / parts;
}
