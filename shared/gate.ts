/** The gate of a flight: `B4`; empty where it has none. */
export const GATE = /^[A-Z0-9]{0,5}$/;
