import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { fingerprintText } from '../../shared/fingerprint-text.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { KeyProblem } from '../client/desk-keys.ts';
import { useKeyRefused } from '../client/desk-proof.ts';
import { useFarHub } from '../client/far-hub-store.ts';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { lookForDesk, pairDesk, readyToPair } from '../stores/pair-desk.ts';
import { DigitField } from './digit-field.tsx';
import { Door } from './door.tsx';
import { NoKey } from './no-key.tsx';

const CODE_DIGITS = 6;

/** The same key is tried again with the same code, so nothing needs to be looked at first. */
const tryAgain = (refusal: Refusal): Refusal =>
  refusal.code === 'HUB_UNREACHABLE'
    ? { ...refusal, message: 'The hub did not answer.', next: 'The code stands here still: press Enter again.' }
    : refusal;

const WHY = {
  KEY_REVOKED: 'This desk was revoked by a supervisor.',
  KEY_UNKNOWN: 'The hub does not know this desk any more. Its store may have been put back to an older day.',
} as const;

/** Shown at a console that is no desk yet, or none any more: it becomes one by the code that a supervisor has shown at the hub. */
export function PairingScreen({ state }: { state: Output<'session.state'> }) {
  const why = useKeyRefused(({ code }) => code);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<KeyProblem | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const farHub = useFarHub(({ hub }) => hub);
  // A browser has checked who the hub is. A window takes whoever answers first, so a person must have compared.
  const [compared, setCompared] = useState(farHub === null);
  const [unsure, setUnsure] = useState(false);
  const [short, setShort] = useState(false);
  const [pending, setPending] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    void readyToPair().then((found) => setProblem(found ?? null));
    const look = () => void lookForDesk();
    // A digit is of the code, wherever the focus is.
    const typed = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
      if (/^\d$/.test(key) && !ctrlKey && !altKey && !metaKey) field.current?.focus();
    };
    window.addEventListener('focus', look);
    window.addEventListener('keydown', typed);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('keydown', typed);
    };
  }, []);

  const submit = async (): Promise<void> => {
    if (pending) return;
    setRefusal(null);
    setShort(code.length < CODE_DIGITS);
    setUnsure(!compared);
    if (code.length < CODE_DIGITS || !compared) return;
    setPending(true);
    const failed = await pairDesk(code);
    setPending(false);
    if (failed === undefined) return;
    if (typeof failed === 'string') setProblem(failed);
    else {
      setRefusal(tryAgain(failed));
      // Without an answer the same code is tried again; any other was wrong.
      if (failed.code !== 'HUB_UNREACHABLE') setCode('');
      field.current?.focus();
    }
  };

  return (
    <Door state={state} title="Pair this console" desk={null}>
      {problem ? (
        <NoKey problem={problem} />
      ) : (
        <>
          <p className="lead">
            <b>{why ? WHY[why] : 'This console is no desk of its hub yet.'}</b> A supervisor shows a code at another desk: Admin, Desks,
            Pair a desk. It is good for two minutes.
          </p>
          <form
            aria-label="Pair this console"
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <DigitField
              label="Code"
              least={CODE_DIGITS}
              most={CODE_DIGITS}
              value={code}
              onChange={setCode}
              inputRef={field}
              wrong={short ? 'The code has six digits.' : undefined}
            />
            <dl className="same">
              <dt>Hub, the same must stand beside the code</dt>
              <dd className="code">{fingerprintText(farHub?.fingerprint ?? state.hub)}</dd>
            </dl>
            <p className="note">
              If another one stands there, this is another hub: type no code and no PIN, and ask whoever looks after Aisle.
            </p>
            {farHub ? (
              <div className="field">
                <CheckBox isSelected={compared} onChange={setCompared} isInvalid={unsure && !compared}>
                  It is the same there
                </CheckBox>
                {unsure && !compared ? (
                  <span className="wrong" role="alert">
                    Compare the two first, and say so here.
                  </span>
                ) : null}
              </div>
            ) : null}
            <Button variant="go" type="submit" kbd="Enter" isPending={pending}>
              Pair
            </Button>
            <RefusalLine refusal={refusal} />
          </form>
        </>
      )}
    </Door>
  );
}
