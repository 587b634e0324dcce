import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import type { PrintTo } from '../print/print-page.ts';
import { type KnownLetter, lettersOf } from './letters-of.ts';
import type { OversaleRoom } from './oversale-store.ts';

const TITLES = { volunteer: 'Volunteer agreement', denied: 'Denied boarding' } as const;

/** The letters of the flight, and which are to be printed. */
export function LettersPanel({ room, onPrint }: { room: OversaleRoom; onPrint: (to: PrintTo) => void }) {
  const letters = lettersOf(room);
  const rights = letters.filter(({ kind }) => kind === 'rights').length;
  const counted = letters.flatMap((letter) => (letter.kind === 'rights' ? [] : [{ ...letter, title: TITLES[letter.kind] }]));
  return (
    <section aria-labelledby="ov-letters">
      <div className="panel-h">
        <h2 id="ov-letters">Letters</h2>
        <span className="s12 t3">English, Spanish</span>
        <Button variant="quiet" className="push" kbd="P" isDisabled={letters.length === 0} onPress={() => onPrint('paper')}>
          Print
        </Button>
        <Button variant="quiet" kbd="Shift P" isDisabled={letters.length === 0} onPress={() => onPrint('pdf')}>
          PDF
        </Button>
      </div>
      <table className="trace" aria-label="Letters">
        <tbody>
          {counted.map((letter) => (
            <tr key={letter.key}>
              <td className="cut ov-letter">
                {letter.title}, {letter.facts.name}
              </td>
              <Printed letter={letter} zone={room.originZone} />
            </tr>
          ))}
          <tr>
            <td>Your rights when boarding is denied</td>
            <td className="num s12 med">{rights === 0 ? 'for nobody now' : `to print, ${rights}`}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Printed({ letter: { printedAt }, zone }: { letter: KnownLetter; zone: string }) {
  if (printedAt === null) return <td className="num s12 med">to print</td>;
  return <td className="num s12 ok">printed {localTime(printedAt, zone)}</td>;
}
