import { DAY_MS } from './instants.ts';

/** A flight of an itinerary: of the way out, or of the way back that follows it. */
export interface OnWay {
  readonly back?: true | undefined;
}

/** Whether two flights that follow one another are of the same way, so that passengers must be able to change between them. */
export const sameWay = (before: OnWay, next: OnWay): boolean => Boolean(before.back) === Boolean(next.back);

/** What leaves a day later begins another journey, also on the same way. */
export const sameJourney = (before: OnWay & { readonly arrivesAt: number }, next: OnWay & { readonly departsAt: number }): boolean =>
  sameWay(before, next) && next.departsAt - before.arrivesAt < DAY_MS;

/** A journey with a way back. */
export const isReturn = (legs: readonly OnWay[]): boolean => legs.some(({ back }) => !back) && legs.some(({ back }) => back);

/** The flights of one way, in their order. */
export const wayOf = <Leg extends OnWay>(legs: readonly Leg[], way: 'out' | 'back'): readonly Leg[] =>
  legs.filter(({ back }) => Boolean(back) === (way === 'back'));

/** From where to where a journey goes: a return goes to where its way out ends. Undefined without flights. */
export function endsOf<Leg extends OnWay>(legs: readonly Leg[]): { readonly first: Leg; readonly last: Leg } | undefined {
  const [first] = legs;
  const last = isReturn(legs) ? wayOf(legs, 'out').at(-1) : legs.at(-1);
  return first && last && { first, last };
}

/** What is wrong with the order of ways, in words; undefined when nothing is. `most`: flights of one way. */
export function waysProblem(legs: readonly OnWay[], most: number): string | undefined {
  const out = wayOf(legs, 'out').length;
  if (legs.some(({ back }, at) => Boolean(back) !== at >= out)) return 'do not name the way out first';
  if (out === 0) return 'lack a way out';
  return out > most || legs.length - out > most ? `have more than ${most} flights one way` : undefined;
}
