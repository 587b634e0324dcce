import type { Output } from '../../shared/contract.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import type { PrintTo } from '../print/print-page.ts';
import { PdfButton } from './pdf-button.tsx';
import { type People, personName } from './people.ts';
import { differenceText } from './shift-words.ts';
import { walkTable } from './walk-table.ts';

interface ShiftsTableProps {
  shifts: Output<'shift.list'>['shifts'];
  people: People;
  zone: string;
  onPrint: (shiftId: number, to: PrintTo) => void;
  /** Shows the open shift of another desk. Left out for whoever may not close it. */
  onOpen?: ((shiftId: number) => void) | undefined;
  /** The shift that is shown above the list. */
  shown: number | undefined;
}

/** The shifts of this desk, for supervisors of all; a closed one is printed again, and a supervisor opens one that was forgotten. */
export function ShiftsTable({ shifts, people, zone, onPrint, onOpen, shown }: ShiftsTableProps) {
  const moment = (at: number) => dayAndTime(at, zone);
  return (
    <table className="sh-sales" aria-label="Shifts" {...LETTERS_ACT} onKeyDown={walkTable}>
      <thead>
        <tr>
          <th>Z</th>
          <th>Desk</th>
          <th>Agent</th>
          <th>Opened</th>
          <th>Closed</th>
          <th>Difference</th>
          <th>Reason</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ shiftId, closed, desk, user, openedAt, differences }) => (
          <tr key={shiftId}>
            <td>
              {closed ? (
                <>
                  <button type="button" className="sh-locator" data-print={shiftId} onClick={() => onPrint(shiftId, 'paper')}>
                    Z {closed.z}, print again
                  </button>
                  <PdfButton of={`Z ${closed.z}`} onPress={() => onPrint(shiftId, 'pdf')} />
                </>
              ) : onOpen && shiftId !== shown ? (
                <button type="button" className="sh-locator" onClick={() => onOpen(shiftId)}>
                  open, show it
                </button>
              ) : (
                'open'
              )}
            </td>
            <td>{desk}</td>
            <td>{personName(people, user)}</td>
            <td>{moment(openedAt)}</td>
            <td>{closed ? `${moment(closed.at)} by ${personName(people, closed.user)}` : ''}</td>
            <td>{differences.map(differenceText).join(', ')}</td>
            <td className="t2 sh-why prop">{closed?.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
