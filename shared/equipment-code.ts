/** What schedules call a type of aircraft: `73H`, `AT7`. */
export const EQUIPMENT_CODE = /^[A-Z0-9]{3}$/;
