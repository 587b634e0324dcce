import { z } from 'zod';

// Zod would try to compile its parsers from text. The content security policy forbids that and reports it.
z.config({ jitless: true });
