import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import { inkOf } from './ink.ts';
import type { Curve } from './price-curves.ts';
import { useThemeChanges } from './use-theme-changes.ts';

export interface CurvePictureProps {
  curve: Curve;
  /** Said by a screen reader in place of the picture. */
  label: string;
  placeText: (place: number) => string;
  fareText: (fare: number) => string;
  /** The latest day stands at the right. */
  reversed?: boolean;
  /** Where the example stands now. */
  mark: number;
  /** The place under the pointer. */
  onPoint: (place: number | null) => void;
}

const FONT = '11px Inter Variable, Segoe UI, system-ui, sans-serif';
/** Room for the fares at the left and for the places below, in pixels. */
const LEFT = 56;
const BELOW = 28;

/** Draft and published side by side: the draft solid, what is published dashed, and the gap between them tinted. */
export function CurvePicture({ curve, label, placeText, fareText, reversed = false, mark, onPoint }: CurvePictureProps) {
  const holder = useRef<HTMLDivElement>(null);
  const texts = useRef({ placeText, fareText, onPoint });
  texts.current = { placeText, fareText, onPoint };
  const theme = useThemeChanges();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const ink = inkOf(element);
    const axis = {
      stroke: ink('var(--text-3)'),
      font: FONT,
      grid: { stroke: ink('var(--line)'), width: 1 },
      ticks: { show: false },
    };
    const spread = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
    const [low, high] = spread([...curve.draft, ...(curve.published ?? [])]);
    // A level line stands in the middle, and not on an edge.
    const margin = Math.max(1, (high - low) * 0.08, high === low ? high * 0.1 : 0);
    const chart = new uPlot(
      {
        width: element.clientWidth || 320,
        height: element.clientHeight || 200,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { x: { time: false, dir: reversed ? -1 : 1 }, y: { range: [Math.max(0, low - margin), high + margin] } },
        axes: [
          { ...axis, size: BELOW, values: (_chart, places) => places.map((place) => texts.current.placeText(place)) },
          { ...axis, size: LEFT, values: (_chart, fares) => fares.map((fare) => texts.current.fareText(Math.round(fare))) },
        ],
        series: [
          {},
          { stroke: ink('var(--load-sold)'), width: 1.5, dash: [5, 4], points: { show: false } },
          { stroke: ink('var(--accent)'), width: 2, points: { show: false } },
        ],
        bands: [{ series: [1, 2], fill: ink('color-mix(in oklab, var(--accent) 12%, transparent)'), dir: 0 as -1 }],
        hooks: {
          setCursor: [({ cursor: { idx } }) => texts.current.onPoint(idx == null ? null : (curve.places[idx] ?? null))],
          draw: [
            (drawn) => {
              const x = drawn.valToPos(mark, 'x', true);
              const { ctx, bbox } = drawn;
              ctx.save();
              ctx.strokeStyle = ink('var(--mark)');
              ctx.lineWidth = devicePixelRatio;
              ctx.beginPath();
              ctx.moveTo(x, bbox.top);
              ctx.lineTo(x, bbox.top + bbox.height);
              ctx.stroke();
              ctx.restore();
            },
          ],
        },
      },
      [[...curve.places], [...(curve.published ?? curve.draft)], [...curve.draft]],
      element,
    );
    const size = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height: element.clientHeight }));
    size.observe(element);
    return () => {
      size.disconnect();
      chart.destroy();
    };
  }, [curve, mark, reversed, theme]);
  return <div ref={holder} className="pr-picture" role="img" aria-label={label} />;
}
