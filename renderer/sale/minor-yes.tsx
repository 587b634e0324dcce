import { type KeyboardEvent, useEffect, useRef } from 'react';
import { SETTING_DEFAULTS } from '../../shared/setting-rules.ts';
import { useSession } from '../client/session-store.ts';
import { CheckBox } from '../parts/check-box.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSettingsInForce } from '../stores/settings-in-force.ts';
import type { Sale } from './sale.ts';
import { goToStop } from './sale-fields.ts';
import { dispatch } from './sale-store.ts';

/** Refusals that ask for the yes, or for another one. */
const ASKED_BY: readonly string[] = ['MINOR_ALONE', 'SIGN_IN_REFUSED', 'ROLE_REQUIRED', 'USER_LOCKED', 'USER_INACTIVE'];

const onEnter = (run: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  run();
};

/** Children who travel without an adult: a supervisor says yes here, by name and PIN, or by a tick at the supervisor's own desk. */
export function MinorYes({ sale }: { sale: Sale }) {
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const { aloneFromYears, minorUnderYears } = useSettingsInForce() ?? SETTING_DEFAULTS;
  const fields = useRef<HTMLElement>(null);
  const pin = useRef<HTMLInputElement>(null);
  const asked = ASKED_BY.includes(sale.refusal?.code ?? '');
  useEffect(() => {
    if (asked) fields.current?.querySelector('input')?.focus();
  }, [asked]);
  const { own, user, pin: typed } = sale.yes;
  return (
    <section ref={fields} className="minor-yes" aria-label="Unaccompanied minor">
      <p className="s12 warn">
        No adult travels with them (UMNR): never under {aloneFromYears}, with a supervisor&rsquo;s yes under {minorUnderYears}.
      </p>
      {supervisor ? (
        <CheckBox isSelected={own} onChange={(on) => dispatch({ do: 'write', yes: { own: on } })}>
          I say yes as supervisor
        </CheckBox>
      ) : (
        <>
          <TextField
            label="Supervisor"
            placeholder="user name"
            value={user}
            onChange={(name) => dispatch({ do: 'write', yes: { user: name } })}
            onKeyDown={onEnter(() => pin.current?.focus())}
          />
          <TextField
            label="PIN of the supervisor"
            type="password"
            inputMode="numeric"
            inputRef={pin}
            value={typed}
            onChange={(digits) => dispatch({ do: 'write', yes: { pin: digits } })}
            onKeyDown={onEnter(() => goToStop('amount'))}
          />
        </>
      )}
    </section>
  );
}
