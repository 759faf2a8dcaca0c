import type { Lookup } from '../lookup.ts';
import type { Ask } from './answer.ts';

/** What the checks of a project may ask of. */
export interface CloudWorld {
  readonly project: string;
  /** Numbers and names that other checks need; null where they could not be read. */
  readonly number: string | null;
  readonly billingAccount: string | null;
  /** The bucket of the files: the one that Firebase made. */
  readonly bucket: string;
  /** The parameters of `.env.<project>`; null without that file. */
  readonly parameters: Readonly<Record<string, string | undefined>> | null;
  readonly ask: Ask;
  /** For the domain of the site. */
  readonly lookup: Lookup;
}

/** The same place for all of it: permanent, once chosen. */
export const locations = { firestore: 'eur3', bucket: 'EU', functions: 'europe-west4' } as const;

/** Where weekly exports go, and where copies of what proves are kept that nobody can delete. */
export const backupBucket = (project: string) => `${project}-sauvegardes`;
export const proofBucket = (project: string) => `${project}-preuves`;

/** Who runs the functions of the second generation: the project’s own account of Compute Engine. */
export const runner = (number: string | null) => `${number ?? 'NUMERO'}-compute@developer.gserviceaccount.com`;
/** Who asks Firestore what a Storage rule names. */
export const storageAgent = (number: string | null) =>
  `service-${number ?? 'NUMERO'}@gcp-sa-firebasestorage.iam.gserviceaccount.com`;
