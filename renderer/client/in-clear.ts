const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether what is typed here goes over a network that others can read: a page without a certificate, from another computer. */
export const isInClear = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'http:' && !LOOPBACK.test(hostname);
