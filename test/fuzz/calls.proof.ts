import { CALLS_PART } from './calls.ts';
import { proveParts } from './prove-parts.ts';

proveParts([CALLS_PART]);
