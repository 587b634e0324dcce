import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import type { Query } from './query.ts';

const PLACES_MAX = 20;

export const places: Query<Input<'flights.places'>, Output<'flights.places'>> = async ({ reference }, { text }) =>
  accept({ places: reference.places(text, PLACES_MAX).map((place) => ({ ...place, airports: [...place.airports] })) });
