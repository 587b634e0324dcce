import { CircleX, TriangleAlert } from 'lucide-react';
import { markWords } from '../../shared/leg-change-words.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import { Tag } from '../parts/tag.tsx';

/** What the schedule of now means for a leg: its code and a few words. Within the limit it is told; beyond it somebody must act. */
export function ScheduleTag({ now }: { now: LegNow }) {
  const Glyph = now.kind === 'cancelled' ? CircleX : TriangleAlert;
  return (
    <Tag kind={now.kind === 'moved' ? 'warn' : 'bad'}>
      <span className="rv-status">
        <Glyph size={12} strokeWidth={1.75} aria-hidden />
        <span>{markWords(now)}</span>
      </span>
    </Tag>
  );
}
