import { CABIN_NAMES, type Cabin } from '../../shared/seat-map.ts';
import './load-bar.css';

interface LoadBarProps {
  cabin: Cabin;
  capacity: number;
  sold: number;
  held: number;
  /** Seats that may be sold; what is free counts against this. */
  authorised: number;
  className?: string;
}

/** From this share of the seats on, few are left. */
const FEW = 0.03;

/** Sold solid, held striped, free empty; the number is what may still be sold. */
export function LoadBar({ cabin, capacity, sold, held, authorised, className }: LoadBarProps) {
  const free = authorised - sold - held;
  const whole = Math.max(capacity, authorised, 1);
  const over = free < 0 || sold > capacity;
  const state = over ? ' over' : free === 0 ? ' none' : free <= Math.max(1, authorised * FEW) ? ' few' : '';
  const figure = free < 0 ? `\u2212${-free}` : `${free}`;
  const said = `${CABIN_NAMES[cabin]}: ${figure} free of ${authorised}, ${sold} sold, ${held} held`;
  return (
    <span className={`load${state}${className ? ` ${className}` : ''}`} title={said}>
      <b aria-hidden="true">{cabin}</b>
      <i aria-hidden="true">
        <u style={{ width: `${(Math.min(sold, whole) / whole) * 100}%` }} />
        <s style={{ width: `${(held / whole) * 100}%` }} />
      </i>
      <span aria-hidden="true">{figure}</span>
      <span className="aside">{said}</span>
    </span>
  );
}
