import { type GridGeometry, pitchFor, type Room } from './grid-geometry.ts';

/** Fuselage beyond the seats, in pixels, at the nose and at the tail, and the air around it. */
export const NOSE = 58;
export const TAIL = 40;
export const AIR = 16;

/** Heights beside the seats: two aisles leave less for each. */
const trimOf = (aisles: number) => (aisles > 1 ? { aisle: 19, pad: 6, wing: 20 } : { aisle: 26, pad: 9, wing: 24 });

export interface FuselageSize extends ReturnType<typeof trimOf> {
  readonly pitch: number;
  /** Height and length of the seats with their aisles. */
  readonly across: number;
  readonly along: number;
  readonly length: number;
  /** A short fuselage stands in the middle. */
  readonly inset: number;
}

/** Pixels of a fuselage in a room: it takes what it needs of the height. */
export function fuselageSize(geometry: GridGeometry, room: Room): FuselageSize {
  const trim = trimOf(geometry.aisles.length);
  const free = { width: room.width - NOSE - TAIL - 2 * AIR, height: room.height - 2 * (trim.pad + trim.wing) };
  const pitch = pitchFor(geometry, free, trim.aisle);
  const along = geometry.columns * pitch;
  const length = along + NOSE + TAIL + 2 * AIR;
  return {
    ...trim,
    pitch,
    across: geometry.lanes * pitch + geometry.aisles.length * trim.aisle,
    along,
    length,
    inset: Math.max(0, Math.floor((room.width - length) / 2)),
  };
}
