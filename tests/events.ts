import { REGION } from '../functions/src/entrypoints/options.ts';
import { deliver, runSchedule } from '../tools/emulators/deliver.ts';
import { bucket, projectId } from './suite.ts';

/** What the platform may do to an event, done on purpose: give it again, give it late. */

/** The event of a created document, as Eventarc words it. Handlers take the path alone, and read the document as it is now. */
export function created(document: string): object {
  const name = `projects/${projectId}/databases/(default)/documents/${document}`;
  const time = new Date().toISOString();
  return {
    specversion: '1.0',
    id: crypto.randomUUID(),
    type: 'google.cloud.firestore.document.v1.created',
    source: `//firestore.googleapis.com/projects/${projectId}/databases/(default)`,
    subject: `documents/${document}`,
    time,
    datacontenttype: 'application/json',
    project: projectId,
    database: '(default)',
    namespace: '(default)',
    document,
    data: { value: { name, fields: {}, createTime: time, updateTime: time } },
  };
}

/** The event of a document that changed: its path is all that handlers take. */
export function updated(document: string): object {
  return { ...created(document), type: 'google.cloud.firestore.document.v1.updated' };
}

/** The event of a document that is no more, with the one field that a handler takes of it. */
export function deleted(document: string, field: { readonly name: string; readonly value: string }): object {
  const { data: _data, ...event } = { data: null, ...created(document) };
  const name = `projects/${projectId}/databases/(default)/documents/${document}`;
  const time = new Date().toISOString();
  const fields = { [field.name]: { stringValue: field.value } };
  const data = { oldValue: { name, fields, createTime: time, updateTime: time } };
  return { ...event, type: 'google.cloud.firestore.document.v1.deleted', data };
}

/** The event of an object whose metadata changed. */
export function described(path: string, metadata: Readonly<Record<string, string>>): object {
  return {
    ...finalized(path),
    type: 'google.cloud.storage.object.v1.metadataUpdated',
    data: { name: path, bucket: bucket.name, metadata },
  };
}

/** The event of an object that was put in the bucket. */
export function finalized(path: string): object {
  return {
    specversion: '1.0',
    id: crypto.randomUUID(),
    type: 'google.cloud.storage.object.v1.finalized',
    source: `//storage.googleapis.com/projects/_/buckets/${bucket.name}`,
    subject: `objects/${path}`,
    time: new Date().toISOString(),
    bucket: bucket.name,
    data: { name: path, bucket: bucket.name },
  };
}

/** Gives a function these events at the same moment: none is first. */
export async function deliverAtOnce(name: string, events: readonly object[]): Promise<void> {
  await Promise.all(events.map((event) => deliver(REGION, name, event)));
}

export async function threeTimes(name: string, event: object): Promise<void> {
  await deliverAtOnce(name, [event, event, event]);
}

export function sweep(name: 'sweepMails' | 'sweepProjections' | 'sweepArchives' | 'watchHealth'): Promise<void> {
  return runSchedule(REGION, name);
}
