import type { HttpRoute } from './http-route.ts';
import type { Secure } from './secure-front.ts';

/** The certificate that a computer is told to trust, so that its browser asks nothing. Who installs it compares the fingerprint (docs/desks.md). */
export const authorityRoute = ({ authorityPem }: Pick<Secure, 'authorityPem'>): HttpRoute => ({
  path: '/authority.crt',
  methods: ['GET'],
  async answer(_, response) {
    response.writeHead(200, {
      'Content-Type': 'application/x-x509-ca-cert',
      'Content-Disposition': 'attachment; filename="aisle-hub.crt"',
      'Content-Length': Buffer.byteLength(authorityPem),
    });
    response.end(authorityPem);
  },
});
