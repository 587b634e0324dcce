import { contract, type MethodName } from '../../shared/contract.ts';
import type { RefusalCode } from '../../shared/refusals.ts';

/** What any command may be refused with: the number was used before, or the time is in doubt. */
const OF_ANY: ReadonlySet<RefusalCode> = new Set(['REQUEST_REUSED', 'CLOCK_DOUBTFUL']);

/** Whether a method says that it refuses so. What the hub asks of itself says nothing. */
export const isListed = (name: string, code: RefusalCode): boolean =>
  !(name in contract) || OF_ANY.has(code) || contract[name as MethodName].refusals.some((one) => one === code);
