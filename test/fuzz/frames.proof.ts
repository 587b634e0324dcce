import { FRAMES_PART } from './frames.ts';
import { proveParts } from './prove-parts.ts';

proveParts([FRAMES_PART]);
