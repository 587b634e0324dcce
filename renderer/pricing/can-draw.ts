/** Whether this browser draws on a canvas. Without one the table alone tells a curve. */
export const canDraw = (): boolean => document.createElement('canvas').getContext('2d') !== null;
