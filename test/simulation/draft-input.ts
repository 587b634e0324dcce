import type { Input } from '../../shared/contract.ts';
import { wishesInput } from './sale-input.ts';

/** Contacts as they are typed into one field; the last has no address in it. */
const TYPED = ['+1 212 555 0148', '+1 212 555 0148 e.petrov@example.com', 'e.petrov@example.com', ''] as const;
const WISHES = [undefined, undefined, undefined, 'es', 'none'] as const;

/** What a console has typed for a sale at a step. */
export function draftInput(key: number): Input<'holds.keepDraft'>['draft'] {
  const wishes = WISHES[key % WISHES.length];
  const passenger = { name: `petrov/elena ${key}`, host: '', birthDate: '2020-05-05', infantName: '', infantHost: '', infantBirthDate: '' };
  return {
    passengers: [passenger],
    ...{ contact: TYPED[key % TYPED.length] ?? '', askedBy: null },
    tenders: [{ kind: 'cash', amount: 1 + key, given: 1 + key }],
    ...(wishes ? { messages: wishesInput(wishes) } : {}),
  };
}
