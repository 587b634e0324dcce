import type { RefObject } from 'react';
import type { Room } from '../../seats/grid-geometry.ts';
import { useRoom } from '../../seats/use-room.ts';

/** Head, tools, take-over, and the least that is left for what stands under the cabin. */
const OTHERS = 400;
const LEAST = 220;

/** What a pane can give to the drawing of a cabin. */
export function useMapRoom(pane: RefObject<HTMLElement | null>): Room {
  const { width, height } = useRoom(pane);
  return { width, height: Math.max(LEAST, height - OTHERS) };
}
