import * as z from 'zod';
import { collection } from '../collection.ts';
import { instant } from '../fields.ts';

/**
 * `previewRequests/{fileId}`: a first page to draw, asked for in the commit that keeps a PDF. Its creation starts the function, so that no other
 * file does; what became of it is in the file (`preview`), which the sweeper asks.
 */
export const PREVIEW_REQUESTS = 'previewRequests';
export const previewRequests = collection((fileId: string) => `previewRequests/${fileId}`, z.object({ at: instant }));
