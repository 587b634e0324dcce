import type { SeatedType } from '../../shared/passengers.ts';

/** Below this age nobody may sit in an exit row (14 CFR 121.585). */
const EXIT_ROW_AGE_MIN = 15;

interface ExitRowPassenger {
  readonly type: SeatedType;
  /** Carries an infant on the lap. */
  readonly infant: boolean;
  readonly assistance: boolean;
  /** In whole years on the date of the flight, once it is known. */
  readonly age?: number;
}

/** Why a passenger may not sit in an exit row, in words that follow "is in an exit row: "; undefined when they may. */
export function exitRowProblem({ type, infant, assistance, age }: ExitRowPassenger): string | undefined {
  if (type !== 'ADT' || (age !== undefined && age < EXIT_ROW_AGE_MIN)) return `nobody under ${EXIT_ROW_AGE_MIN} may sit there`;
  if (infant) return 'nobody with an infant may sit there';
  if (assistance) return 'nobody who needs assistance may sit there';
  return undefined;
}
