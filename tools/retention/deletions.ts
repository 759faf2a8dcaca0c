import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../commands.ts';

/**
 * Whatever deletes a document or an object, by file: why it may, beside the table of `domain/retention`. A file that deletes and is not here fails the
 * test: nothing is deleted but by retention, or for a reason that is written down.
 */
export const deletions: Readonly<Record<string, string>> = {
  'functions/src/store/retention/sweeps.ts': 'retention: what is past its time',
  'functions/src/store/retention/forgotten.ts': 'retention: objects, then their document',
  'functions/src/store/retention/erasing.ts': 'retention: the own documents of somebody who is erased',
  'functions/src/store/retention/companies.ts': 'retention: what an erased company had begun to write',
  'functions/src/store/retention/inactive-experts.ts':
    'retention: a warning that came to nothing, and where the job is',
  'functions/src/store/proofs/origins.ts': 'retention: addresses and browsers past their days (`proofOriginDays`)',
  'functions/src/store/experts/kept-registrations.ts': 'retention: thirty days; or its writer gave it up, or sent it',
  'functions/src/store/archives/parts.ts': 'an archive is a copy: deleted after its days, replaced or stopped',
  'functions/src/store/files/tickets.ts': 'a ticket is five minutes long',
  'functions/src/store/files/file-access.ts': 'a ticket of a file that closed meanwhile',
  'functions/src/store/files/file-actions.ts': 'tickets of a file that is closed',
  'functions/src/store/files/uploads.ts':
    'the deposit once it is copied to its place or rejected, and tickets of a file found infected',
  'functions/src/store/messages/act.ts': 'tickets of the files of a message taken back',
  'functions/src/store/people/endings.ts': 'tickets, unused links and the index of an address that changed',
  'functions/src/store/people/grants.ts': 'tickets of an access that is cut',
  'functions/src/store/templates/templates.ts': 'a draft that its author throws away, or that was published',
  'functions/src/store/experts/work-drafts.ts': 'a draft that its company throws away, or that was handed in',
  'functions/src/store/experts/experts.ts': 'the public card of who is no longer published: a copy',
  'functions/src/store/outbox-queue.ts': 'a mail that says nothing more than another, before it leaves',
  'functions/src/store/lists/list.ts': 'chunks of a list that got shorter: copies',
  'functions/src/store/lease.ts': 'a lock that its holder gives back',
};

/** Of Maps and Sets alone: nothing is stored there. */
const inMemory = new Set([
  'functions/src/mail/transport.ts',
  'functions/src/store/turns.ts',
  'functions/src/store/views/other-experts.ts',
]);
/** A field taken out of a document, by its sentinel. */
const fieldOnly = new Set(['functions/src/store/migrations/migrate.ts', 'functions/src/store/proofs/day-stamps.ts']);

/** Files of the functions that call a deletion of Firestore or Storage. */
export function deletingFiles(): string[] {
  return globSync('functions/src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|\/testing\//.test(file) && !inMemory.has(file) && !fieldOnly.has(file))
    .filter((file) => deletes(readFileSync(join(root, file), 'utf8')))
    .sort();
}

export function deletes(text: string): boolean {
  return /\.delete\(|\.deleteFiles\(|\brecursiveDelete\(|\bbulkDelete\(/.test(text);
}
