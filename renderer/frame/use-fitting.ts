import { type RefObject, useLayoutEffect, useState } from 'react';

/** Room for the button that stands for what does not fit, with its gap, in pixels: hold-tray.css. */
const MORE_PX = 128;

/**
 * How many items of a list stand whole in its width, from the first on. What does not fit is drawn but not seen, so that it can be measured.
 * The button for the rest takes its room from the list, so that room is counted in both cases.
 */
export function useFitting(list: RefObject<HTMLUListElement | null>, moreShown: boolean, items: unknown): number {
  const [fits, setFits] = useState(Number.POSITIVE_INFINITY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items have other widths
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = (): void => {
      const room = element.clientWidth + (moreShown ? MORE_PX : 0);
      const ends = [...element.children].map((item) => {
        const { offsetLeft, offsetWidth } = item as HTMLElement;
        return offsetLeft + offsetWidth - element.offsetLeft;
      });
      const all = ends.every((end) => end <= room);
      setFits(all ? Number.POSITIVE_INFINITY : Math.max(1, ends.filter((end) => end <= room - MORE_PX).length));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const item of element.children) watch.observe(item);
    return () => watch.disconnect();
  }, [list, moreShown, items]);
  return fits;
}
