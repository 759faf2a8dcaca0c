import { setGlobalOptions } from 'firebase-functions';

/**
 * Imported before any function is defined: with ES modules, options set in index.ts would come after them and the region would be lost. Triggers
 * on the eur3 database and the EU bucket must live in europe-west4.
 */
export const REGION = 'europe-west4';

setGlobalOptions({ region: REGION, memory: '512MiB', timeoutSeconds: 60, maxInstances: 10, concurrency: 80 });
