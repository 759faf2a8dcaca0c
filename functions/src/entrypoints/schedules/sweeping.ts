/** What every sweep has: one at a time, and the next run is the retry. */
export const sweep = { timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 } as const;
