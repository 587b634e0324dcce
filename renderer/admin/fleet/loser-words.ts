import type { FleetLoser } from '../../../shared/methods/fleet.ts';

/** `32D, a row ahead`; `28F, 5 rows ahead, beside`; `none, full`. */
export function goesTo({ to, rowsOn, beside, sameKind }: Pick<FleetLoser, 'to' | 'rowsOn' | 'beside' | 'sameKind'>): string {
  if (to === null) return 'none, full';
  const rows = Math.abs(rowsOn ?? 0);
  const away = rows === 0 ? 'same row' : `${rows === 1 ? 'a row' : `${rows} rows`} ${(rowsOn ?? 0) < 0 ? 'ahead' : 'on'}`;
  return [to, away, beside ? 'beside' : '', sameKind ? '' : 'another kind of seat'].filter(Boolean).join(', ');
}

const WHY: Readonly<Record<FleetLoser['why'], string>> = {
  gone: 'the map does not have this seat',
  exit: 'the seat is in an exit row now',
  family: 'moves to stay with a child',
  fewer: 'no seat is left to choose',
};
export const whyMoved = ({ why }: Pick<FleetLoser, 'why'>): string => WHY[why];
