import * as z from 'zod';
import { collection } from '../collection.ts';
import { instant } from '../fields.ts';

/** `operations/{uid_operationId}`: the first answer to a call, returned again to its repetition. Each call gives its own shape to `result`. */
const operationSchema = z.object({ requestHash: z.string(), at: instant, result: z.unknown() });
export const OPERATIONS = 'operations';
export const operations = collection(
  (uid: string, operationId: string) => `operations/${uid}_${operationId}`,
  operationSchema,
);
