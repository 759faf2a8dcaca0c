import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const listing = join(dirname(createRequire(import.meta.url).resolve('firebase-functions')), '..', 'bin');

const endpointSchema = z.object({
  platform: z.literal('gcfv2'),
  region: z.array(z.string()),
  availableMemoryMb: z.number(),
  timeoutSeconds: z.number(),
  maxInstances: z.number(),
  concurrency: z.number(),
  secretEnvironmentVariables: z.array(z.object({ key: z.string() })).default([]),
  callableTrigger: z.object({}).optional(),
  httpsTrigger: z.object({ invoker: z.array(z.string()) }).optional(),
  eventTrigger: z
    .object({
      eventType: z.string(),
      retry: z.boolean(),
      eventFilters: z.record(z.string(), z.string()),
      eventFilterPathPatterns: z.object({ document: z.string() }).optional(),
    })
    .optional(),
  scheduleTrigger: z
    .object({ schedule: z.string(), timeZone: z.string(), retryConfig: z.object({ retryCount: z.number() }) })
    .optional(),
});

const manifestSchema = z.object({
  endpoints: z.record(z.string(), endpointSchema),
  params: z.array(z.object({ name: z.string(), type: z.string(), default: z.string().optional() })),
});

export type Endpoint = z.infer<typeof endpointSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** What firebase-tools will deploy from the folder: asked of the same program of firebase-functions that a deployment asks. */
export async function readManifest(folder: string, storageBucket: string): Promise<Manifest> {
  const answer = await mkdtemp(join(tmpdir(), 'sur-mesure-manifest-'));
  const file = join(answer, 'functions.yaml');
  const environment = {
    FUNCTIONS_MANIFEST_OUTPUT_PATH: file,
    GCLOUD_PROJECT: 'demo-manifest',
    // The folder that is deployed is left as it was built.
    NODE_DISABLE_COMPILE_CACHE: '1',
    FIREBASE_CONFIG: JSON.stringify({ projectId: 'demo-manifest', storageBucket }),
  };
  try {
    await promisify(execFile)(process.execPath, [join(listing, 'firebase-functions.js'), folder], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
    });
    return manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(answer, { recursive: true, force: true });
  }
}
