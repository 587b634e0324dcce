import { code128Bars } from './code-128.ts';

/** Light modules on both sides, so that a scanner finds the ends. */
const QUIET = 10;

/** A text as bars to scan. */
export function BarCode({ text }: { text: string }) {
  const { bars, width } = code128Bars(text);
  return (
    <svg className="bar-code" viewBox={`0 0 ${width + 2 * QUIET} 40`} preserveAspectRatio="none" role="img" aria-label={`Bar code ${text}`}>
      {bars.map(({ at, width: wide }) => (
        <rect key={at} x={at + QUIET} y="0" width={wide} height="40" />
      ))}
    </svg>
  );
}
