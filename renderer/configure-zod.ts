import { z } from 'zod';

// Zod would try to make functions from text, which the content security policy forbids and reports.
z.config({ jitless: true });
