import { UNDO_MS } from '../../../shared/bounds.ts';
import type { SeatBlock } from '../../../shared/methods/seat-blocks.ts';
import { BLOCK_RULES } from '../../../shared/seat-blocks.ts';
import { useSession } from '../../client/session-store.ts';
import { agentDate, localDay, localTime } from '../../format/times.ts';
import { Button } from '../../parts/button.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { useNow } from '../../stores/clock-store.ts';

interface BlockedListProps {
  blocks: readonly SeatBlock[];
  /** Of the airport of departure. */
  zone: string;
  onFree: (block: SeatBlock) => void;
}

const keyOf = ({ seat, code }: SeatBlock): string => `${seat} ${code}`;

/** Which seats are blocked, why and until when. Of a seat with several reasons the most severe stands first. */
export function BlockedList({ blocks, zone, onFree }: BlockedListProps) {
  const mayFree = useMayFree();
  const freed = blocks.filter(mayFree);
  return (
    <table className="grid-table bl-list" aria-label="Blocked seats">
      <thead>
        <tr>
          <th>Seat</th>
          <th>Reason</th>
          <th className="num">Until</th>
          <th>
            <span className="aside">Free</span>
          </th>
        </tr>
      </thead>
      <tbody
        onKeyDown={(event) =>
          walkRows(
            event,
            freed.findIndex((block) => keyOf(block) === rowOf(event.target)),
          )
        }
      >
        {blocks.map((block, at) => {
          const worst = blocks.find(({ seat }) => seat === block.seat);
          const behind = worst !== undefined && worst !== block;
          return (
            <tr key={keyOf(block)} className={behind ? 't3' : undefined} data-row={keyOf(block)}>
              <td className="str">{blocks[at - 1]?.seat === block.seat ? '' : block.seat}</td>
              <td className="bl-reason">
                <b className="med">{block.code}</b>, {block.remark || BLOCK_RULES[block.code].means}
                <span className="t3 s12"> {BLOCK_RULES[block.code].sold === 'never' ? '' : BLOCK_RULES[block.code].effect}</span>
              </td>
              <td className="num t2">{behind ? `behind ${worst.code}` : untilWords(block, zone)}</td>
              <td className="num">
                {mayFree(block) ? (
                  <Button variant="quiet" aria-label={`Free ${block.seat}, ${block.code}`} onPress={() => onFree(block)}>
                    Free
                  </Button>
                ) : (
                  <span className="t3 s12">{block.user}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const rowOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;

const untilWords = ({ until, code }: SeatBlock, zone: string): string =>
  until === null ? BLOCK_RULES[code].lasts : `${agentDate(localDay(until, zone))} ${localTime(until, zone)}`;

/** Whether the person here may free a block: a supervisor any, a desk its own within a minute. */
function useMayFree(): (block: SeatBlock) => boolean {
  const session = useSession((now) => now.session);
  const now = useNow();
  return (block) => session?.role === 'supervisor' || (block.desk === session?.desk && now < block.at + UNDO_MS);
}
