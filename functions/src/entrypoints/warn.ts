import { logger } from 'firebase-functions';
import type { Warn } from '../store/warn.ts';

/** An error in the logs, since somebody must look: the store went on without. */
export const warn: Warn = (message, details) => logger.error(message, details);
