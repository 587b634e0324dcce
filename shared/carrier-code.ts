/** The code of a carrier in a schedule: `AA`, `B6`. Two digits are none. */
export const CARRIER_CODE = /^(?=.*[A-Z])[A-Z0-9]{2}$/;
