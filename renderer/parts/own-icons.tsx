import type { SVGProps } from 'react';

interface DrawnProps extends Omit<SVGProps<SVGSVGElement>, 'ref'> {
  size?: number | string;
}

/** Drawn on 18 units, for what no icon set has: the board's lines, a row of seats, a ticket, the mark of Aisle. */
const drawn = (path: string) =>
  function Drawn({ size = 18, strokeWidth = 1.5, ...rest }: DrawnProps) {
    return (
      <svg
        {...rest}
        width={size}
        height={size}
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    );
  };

export const BoardIcon = drawn('M2.5 4.5h13M2.5 9h13M2.5 13.5h8');
export const SeatsIcon = drawn(
  'M4 3h2a1 1 0 0 1 1 1v3H3V4a1 1 0 0 1 1-1M12 3h2a1 1 0 0 1 1 1v3h-4V4a1 1 0 0 1 1-1M4 11h2a1 1 0 0 1 1 1v3H3v-3a1 1 0 0 1 1-1M12 11h2a1 1 0 0 1 1 1v3h-4v-3a1 1 0 0 1 1-1M9 2.5v2M9 8v2M9 13.5v2',
);
export const TicketIcon = drawn('M2.5 5h13v2.6a1.4 1.4 0 0 0 0 2.8V13h-13v-2.6a1.4 1.4 0 0 0 0-2.8zM11 5v1.5M11 8.2v1.6M11 11.5V13');

/** Filled: somebody is there. */
export const DotIcon = ({ size = 18, ...rest }: DrawnProps) => (
  <svg {...rest} width={size} height={size} viewBox="0 0 18 18" fill="currentColor" strokeWidth="0" aria-hidden="true">
    <circle cx="9" cy="9" r="4.5" />
  </svg>
);

/** Three rows of seats with an aisle between. */
export function AisleMark({ size = 16 }: { size?: number }) {
  const seat = { width: 5.4, height: 3.8, rx: 1 };
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      {[1, 6.1, 11.2].map((y) => (
        <g key={y}>
          <rect x="1" y={y} {...seat} />
          <rect x="9.6" y={y} {...seat} />
        </g>
      ))}
    </svg>
  );
}
