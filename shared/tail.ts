/** The registration of one aircraft: `N123AA`, `D-ABCD`. */
export const TAIL = /^[A-Z0-9][A-Z0-9-]{1,9}$/;
