import { version } from '../../package.json';

/** Of this page. A hub may have another one by now. */
export const OWN_VERSION: string = version;
