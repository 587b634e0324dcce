import { PAIRING_MS, PAIRING_TRIES_MAX } from '../../../shared/bounds.ts';
import { fingerprintText } from '../../../shared/fingerprint-text.ts';
import { SECOND_MS } from '../../../shared/instants.ts';
import { longLeft } from '../../format/long-left.ts';
import { countdown } from '../../format/times.ts';
import { Ring } from '../../parts/ring.tsx';
import { useNow } from '../../stores/clock-store.ts';
import type { Offer } from './offer-store.ts';

/** The code that is typed at the new desk, how long it is good, and who has tried. */
export function ShownCode({ offer }: { offer: Offer }) {
  const { code, desk, endsAt, triesLeft, lastAskedFrom, fingerprint, address } = offer;
  const left = Math.max(0, Math.min(PAIRING_MS, endsAt - useNow(SECOND_MS / 4)));
  const late = left < 30 * SECOND_MS;
  const facts: readonly (readonly [string, string, string])[] = [
    ['Name of the desk', desk, 'prop str'],
    [
      'Tries left, address asked from',
      `${triesLeft} of ${PAIRING_TRIES_MAX}, ${lastAskedFrom ?? 'none yet'}`,
      triesLeft < PAIRING_TRIES_MAX ? 'warn med' : '',
    ],
    ['Hub, the same must stand there', fingerprintText(fingerprint), 'dk-print'],
    ['Open there', address || 'this hub listens on this computer alone', address ? 'dk-print' : 'warn med'],
  ];
  return (
    <>
      <div className="dk-code">
        <span className="dk-digits" role="img" aria-label={`Code ${[...code].join(' ')}`}>
          {[...Array(code.length).keys()].map((place) => (
            <b key={place}>{code[place]}</b>
          ))}
        </span>
        <span className={late ? 'dk-time late' : 'dk-time'}>
          <span role="timer" aria-label="Time left of the code">
            <Ring part={left / PAIRING_MS} /> {longLeft(left)}
          </span>
          <span className="s12 t2">left of {countdown(PAIRING_MS)}</span>
        </span>
      </div>
      <dl className="dk-facts">
        {facts.map(([name, value, className]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={className}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
