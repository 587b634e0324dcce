interface IntervalBarProps {
  low: number;
  mean: number;
  high: number;
  tone: 'ok' | 'bad' | '';
}

/** Steps of a scale: the row of each is as wide as the next of them. */
const SCALES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** An interval on a scale of its own, with zero in the middle. The table says the same in figures, so it is hidden from screen readers. */
export function IntervalBar({ low, mean, high, tone }: IntervalBarProps) {
  const reach = Math.max(Math.abs(low), Math.abs(high));
  const scale = SCALES.find((each) => each >= reach) ?? Math.max(1, reach);
  const at = (figure: number): number => 50 + (50 * figure) / scale;
  return (
    <svg className={`wi-bar ${tone}`} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <line className="axis" x1="0" x2="100" y1="10" y2="10" />
      <line className="zero" x1="50" x2="50" y1="1" y2="19" />
      <line className="reach" x1={at(low)} x2={Math.max(at(high), at(low) + 0.5)} y1="10" y2="10" />
      <line className="mean" x1={at(mean)} x2={at(mean)} y1="4" y2="16" />
    </svg>
  );
}
