const AROUND = 2 * Math.PI * 5;

/** How much of a time is left, as a ring that drains. `part`: 1 at its beginning, 0 at its end. */
export function Ring({ part }: { part: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <circle cx="7" cy="7" r="5" opacity="0.25" />
      <circle cx="7" cy="7" r="5" strokeDasharray={`${(AROUND * part).toFixed(1)} 40`} transform="rotate(-90 7 7)" />
    </svg>
  );
}
