import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Room } from './grid-geometry.ts';

/** The size that is assumed until the element has been measured: the smallest window without the frame of the console. */
const SMALLEST: Room = { width: 1200, height: 709 };

/** The size of an element, followed as the window changes. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState(SMALLEST);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = measured;
      if (width > 0 && height > 0) setRoom((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
