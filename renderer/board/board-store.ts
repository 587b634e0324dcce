import { create } from 'zustand';
import { ITINERARIES_SHOWN_MAX } from '../../shared/bounds.ts';
import type { FlightSummary } from '../../shared/methods/flights.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { ONE_ADULT, type TypedParty } from '../format/read-party.ts';
import { offerUndo } from '../parts/undo.tsx';
import { serverNow } from '../stores/clock-store.ts';
import { useCustomer } from '../stores/customer-store.ts';
import { CHANGE_SHOWN_MS, type Flights, loadKey, showLoads } from '../stores/loads-store.ts';
import type { Screen } from '../stores/navigation-store.ts';
import { type BoardRow, bestCabin, withFlights } from './board-row.ts';
import { ANY_TIME, type DepartureTimes } from './read-departure-times.ts';
import { type Narrowing, NOT_NARROWED } from './read-narrowing.ts';
import { type Kind, SORTS_OF, type Sort } from './sort-rows.ts';

/** What stands in the search line. Without `to` it asks for a departures board, without `from` too for that of all airports. */
export interface Wishes extends TypedParty, Narrowing {
  readonly from: string;
  readonly to: string;
  /** Local to the place of departure; empty until the board was first opened. */
  readonly date: string;
  /** The day of the way back, local to where it begins; empty one way. */
  readonly back: string;
  readonly cabin: Cabin | null;
  readonly departure: DepartureTimes;
  readonly maxStops: 0 | 1 | 2;
  /** Without itineraries that change the airport at a stop. */
  readonly sameAirport: boolean;
}

/** What was found for one way of a return. */
export interface FoundWay {
  readonly rows: readonly BoardRow[];
  readonly more: number;
  readonly found: Answer['found'];
}

export interface Answer {
  readonly kind: Kind;
  /** The question that it answers. The search line may have changed since. */
  readonly wishes: Wishes;
  readonly rows: readonly BoardRow[];
  /** Which way of a return the rows are of, and what was found for its way back. Left out one way. */
  readonly way?: 'out' | 'back';
  readonly back?: FoundWay;
  /** Of all rows. */
  readonly flightIds: Flights;
  /** How many more were found than these rows. */
  readonly more: number;
  /** How many rows were asked for at most. */
  readonly most: number;
  /** The day has more flights than a board holds, so it was given without the cancelled ones. */
  readonly cancelledLeftOut: boolean;
  readonly found: { readonly direct: number; readonly oneStop: number; readonly twoStops: number } | null;
  readonly at: number;
}

/** The way out of a return that was taken, with the list that it stands in and the rows that were pinned there. */
export interface WayOut {
  readonly row: BoardRow;
  readonly cabin: Cabin | null;
  readonly answer: Answer;
  readonly pins: readonly BoardRow[];
}

/** How the price of a cabin moved, for the mark beside it. */
export interface PriceMove {
  readonly by: number;
  readonly at: number;
}

interface BoardState {
  readonly wishes: Wishes;
  readonly answer: Answer | null;
  /** While the ways back are shown. */
  readonly out: WayOut | null;
  readonly searching: boolean;
  /** Counts the questions: an answer to an earlier one is not shown. */
  readonly round: number;
  readonly refusal: Refusal | null;
  readonly sorts: Readonly<Record<Kind, Sort>>;
  readonly filter: string;
  /** Counts how often the field for carriers and aircraft was asked for; 0 when it is closed. */
  readonly narrowOpened: number;
  /** Key of the row that the arrows move. */
  readonly selected: string | null;
  /** When the list chose another row by itself, by the clock of key events. */
  readonly chosenAt: number;
  /** Enter that waits for the list, with the row that was chosen when it was pressed. */
  readonly keptEnter: { readonly row: string | null } | null;
  readonly pins: readonly BoardRow[];
  /** Why the last key did nothing; empty when it did. */
  readonly note: string;
  readonly priceMoves: ReadonlyMap<string, PriceMove>;
  /** How far the list was scrolled when its screen was left. */
  readonly offset: number;
  /** The wish of a command that was followed, so that coming back does not follow it again. */
  readonly followed: Screen | null;
}

export const PINS_MAX = 3;

const EMPTY: BoardState = {
  wishes: {
    from: '',
    to: '',
    date: '',
    back: '',
    ...ONE_ADULT,
    cabin: null,
    departure: ANY_TIME,
    maxStops: 1,
    sameAirport: true,
    ...NOT_NARROWED,
  },
  answer: null,
  out: null,
  searching: false,
  round: 0,
  refusal: null,
  sorts: { itineraries: SORTS_OF.itineraries[0], departures: SORTS_OF.departures[0] },
  filter: '',
  narrowOpened: 0,
  selected: null,
  chosenAt: 0,
  keptEnter: null,
  pins: [],
  note: '',
  priceMoves: new Map(),
  offset: 0,
  followed: null,
};

export const useBoard = create<BoardState>(() => EMPTY);

/** Forgets everything, so that the next person begins with an empty board. */
export const forgetBoard = (): void => useBoard.setState(({ round }) => ({ ...EMPTY, round: round + 1 }));

onSessionOver(forgetBoard);

export const flightIdsOf = (rows: readonly BoardRow[]): Flights =>
  new Set(rows.flatMap(({ flights }) => flights.map(({ flightId }) => flightId)));

/** Whether the list has more rows than those that were asked for. */
export const endsEarly = ({ kind, more, most }: Answer): boolean => kind === 'itineraries' && more > 0 && most < ITINERARIES_SHOWN_MAX;

// New prices make new rows of the same flights. So the set of flights is compared, to see whether other flights are shown.
useBoard.subscribe(({ answer, pins }, before) => {
  if (answer?.flightIds !== before.answer?.flightIds || pins !== before.pins)
    showLoads('board', [...(answer ? [answer.flightIds] : []), flightIdsOf(pins)]);
});

export const wish = (wishes: Partial<Wishes>): void => useBoard.setState((now) => ({ wishes: { ...now.wishes, ...wishes } }));

export const select = (key: string | null): void => useBoard.setState({ selected: key, keptEnter: null, note: '' });

export const filterBy = (filter: string): void => useBoard.setState({ filter, offset: 0, note: '' });

/** Opens the field for carriers and aircraft, and goes to it. */
export const openNarrowing = (): void => useBoard.setState(({ narrowOpened }) => ({ narrowOpened: narrowOpened + 1 }));

/** The board with its ways out again. */
export const withoutWayOut = ({ out }: BoardState): Partial<BoardState> =>
  out ? { answer: out.answer, out: null, pins: out.pins, selected: out.row.key, keptEnter: null, note: '', offset: 0 } : {};

/** Takes the filter away. It can be undone. */
export function clearFilter(): void {
  const { filter } = useBoard.getState();
  if (filter === '') return;
  filterBy('');
  offerUndo('filter', `Filter \u201c${filter}\u201d cleared`, () => filterBy(filter));
}

/** Pins a row beside the others, or takes its pin out. A fourth is not taken. */
export function togglePin(row: BoardRow): void {
  useBoard.setState(({ pins }) => {
    if (pins.some(({ key }) => key === row.key)) return { pins: pins.filter(({ key }) => key !== row.key), note: '' };
    if (pins.length >= PINS_MAX) return { note: `${PINS_MAX} itineraries are pinned. Take a pin out first.` };
    return { pins: [...pins, row], note: '' };
  });
}

export const unpinAll = (): void => useBoard.setState({ pins: [], note: '' });

/** Puts new flights into rows and pins. No row changes its place. How their prices moved is kept for the marks. */
export function takeFlights(flights: readonly FlightSummary[]): void {
  const fresh = new Map(flights.map((flight) => [flight.flightId, flight]));
  useBoard.setState(({ answer, out, pins, wishes, priceMoves }) => {
    const at = serverNow();
    // A move whose mark is over is dropped.
    const moved = new Map([...priceMoves].filter(([, move]) => at - move.at < CHANGE_SHOWN_MS));
    for (const row of [...(answer?.rows ?? []), ...(out ? [out.row] : []), ...pins]) {
      for (const old of row.flights) {
        for (const { cabin, price } of fresh.get(old.flightId)?.cabins ?? []) {
          const before = old.cabins.find((one) => one.cabin === cabin);
          if (before && before.price !== price) moved.set(loadKey(old.flightId, cabin), { by: price - before.price, at });
        }
      }
    }
    const asked = answer?.wishes ?? wishes;
    const renew = (row: BoardRow): BoardRow => withFlights(row, fresh, asked, asked.cabin);
    return {
      priceMoves: moved,
      ...(pins.length > 0 ? { pins: pins.map(renew) } : {}),
      ...(answer ? { answer: renewed(answer, renew) } : {}),
      ...(out ? { out: { ...out, row: renew(out.row), answer: renewed(out.answer, renew) } } : {}),
    };
  });
}

/** A list with both of its ways renewed. */
const renewed = (answer: Answer, renew: (row: BoardRow) => BoardRow): Answer => ({
  ...answer,
  rows: answer.rows.map(renew),
  ...(answer.back ? { back: { ...answer.back, rows: answer.back.rows.map(renew) } } : {}),
});

/** Rows with the prices of another party or another cabin. */
export const repriced = (pins: readonly BoardRow[], wishes: Wishes): readonly BoardRow[] =>
  pins.map((row) => ({ ...row, ...bestCabin(row, wishes, wishes.cabin) }));

/** The prices of the list and of the pins are for one adult again. What was asked otherwise stays. */
function forgetParty(): void {
  useBoard.setState(withoutWayOut);
  useBoard.setState(({ wishes, answer, pins }) => {
    const asked = answer && { ...answer.wishes, ...ONE_ADULT };
    return {
      wishes: { ...wishes, ...ONE_ADULT },
      ...(answer && asked
        ? { answer: renewed({ ...answer, wishes: asked }, (row) => ({ ...row, ...bestCabin(row, asked, asked.cabin) })) }
        : {}),
      pins: repriced(pins, { ...wishes, ...ONE_ADULT }),
    };
  });
}

useCustomer.subscribe(forgetParty);
