import type { Input } from '../../../shared/contract.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Narrowing } from '../../store/tables/flights-table.ts';

/**
 * What a search asks of the carrier and the equipment of each flight. The index of routes holds neither, so a search that asks for them reads
 * the table too.
 */
export interface FlightTraits {
  readonly fits: (carrier: string, equipment: string) => boolean;
  /** The place of a flight in the order that was asked for: whole numbers below 36 ** 3. */
  readonly rank: (carrier: string, equipment: string) => number;
}

/** Codes are letters and digits, which stand in the order of their characters as digits of a number to the base 36 do. */
const codeRank = (code: string): number => Number.parseInt(code, 36);

/** What a board or a search is narrowed to; undefined when it is not. */
export function narrowing(
  reference: Reference,
  { carriers, aircraft }: Pick<Input<'flights.board'>, 'carriers' | 'aircraft'>,
): Narrowing | undefined {
  if (!carriers && !aircraft) return undefined;
  return {
    carriers: carriers && new Set(carriers),
    equipment: aircraft && new Set(aircraft.flatMap((type) => reference.equipmentOfType(type))),
  };
}

/** The traits that a search needs; undefined when the index of routes holds all that it needs. */
export function flightTraits(asked: Narrowing | undefined, sort: Input<'flights.search'>['sort']): FlightTraits | undefined {
  if (!asked && sort !== 'carrier' && sort !== 'aircraft') return undefined;
  return {
    fits: (carrier, equipment) => (asked?.carriers?.has(carrier) ?? true) && (asked?.equipment?.has(equipment) ?? true),
    rank: (carrier, equipment) => codeRank(sort === 'aircraft' ? equipment : carrier),
  };
}
