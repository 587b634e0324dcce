import type { MethodName } from '../../shared/contract.ts';
import type { RefusalCode } from '../../shared/refusals.ts';
import type { BusyPlace } from './refuse-busy.ts';

// What the parts of the hub tell of their work, for who watches how it does. All times are in milliseconds.

/** A batch of commands that came back from the writer. */
export interface BatchHeard {
  readonly commands: readonly {
    readonly name: string;
    /** From its coming until its outcome was known. */
    readonly ms: number;
  }[];
  /** How long its oldest command waited before the batch was sent to the writer. */
  readonly waitMs: number;
  /** How long the commit took, with its sync to the disk; null when nothing was committed. */
  readonly commitMs: number | null;
  /** When it was committed, as `steadyMs` counts. */
  readonly committedAt: number;
  /** How many events it told. */
  readonly events: number;
}

/** A call of a console that was answered. */
export interface CallHeard {
  readonly method: MethodName;
  readonly ms: number;
  /** What it was refused with; undefined: it was done. */
  readonly refused: RefusalCode | undefined;
  /** Where it was refused with BUSY; undefined: it was not. */
  readonly busyAt?: BusyPlace | undefined;
  /** Of a command: as its caller named it. Only asked for where it is logged. */
  readonly requestId: () => string | undefined;
  /** Under which the log says what went wrong inside Aisle. */
  readonly reference: string | undefined;
}
