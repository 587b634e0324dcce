import { proveParts } from './prove-parts.ts';
import { TYPED_TEXT_PARTS } from './typed-text.ts';

proveParts(TYPED_TEXT_PARTS);
