import type { Input, QueryName } from '../../shared/contract.ts';

/** What a desk wants to see: departures of an airport or a city on its local date, or one flight. */
export type Look = { readonly place: string; readonly date: string } | { readonly flightId: number };

type Looks = { readonly [Name in QueryName]?: (input: Input<Name>) => Look | undefined };

const LOOKS: Looks = {
  'flights.board': ({ from, date }) => (from === null ? undefined : { place: from, date }),
  'flights.search': ({ from, date }) => ({ place: from, date }),
  'flights.seatMap': ({ flightId }) => ({ flightId }),
};

/** What a desk looks at with this question; undefined: at no flights, or at those of all airports. */
export const lookedAt = <Name extends QueryName>(name: Name, input: Input<Name>): Look | undefined =>
  (LOOKS[name] as ((input: Input<Name>) => Look | undefined) | undefined)?.(input);
