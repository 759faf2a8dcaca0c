import { describe, expect, test } from 'vitest';
import { announcement, binaryNames, chooseBinaries, type MachineFacts, missingMessage } from './binaries.ts';

const nothing: MachineFacts = {
  named: {},
  downloaded: {},
  downloadable: false,
  userInterface: false,
  installed: {},
  compiler: true,
};
const gcloud = { firestoreJar: '/sdk/firestore.jar', pubsub: '/sdk/pubsub' };
const downloaded = { firestore: '/cache/firestore.jar', storage: '/cache/storage.jar', pubsub: '/cache/pubsub' };

const kinds = (facts: Partial<MachineFacts>) =>
  Object.values(chooseBinaries(binaryNames, { ...nothing, ...facts })).map(({ kind }) => kind);

describe('which program runs each emulator', () => {
  test.each<[machine: string, facts: Partial<MachineFacts>, firestore: string, storage: string, pubsub: string]>([
    ['that downloaded them before', { downloaded }, 'official', 'official', 'official'],
    ['that can download them', { downloadable: true }, 'download', 'download', 'download'],
    [
      'that can download them and has gcloud',
      { downloadable: true, installed: gcloud },
      'download',
      'download',
      'download',
    ],
    [
      'that downloaded some of them',
      { downloaded: { firestore: '/f.jar' }, downloadable: true },
      'official',
      'download',
      'download',
    ],
    ['cut off, with gcloud', { installed: gcloud }, 'firestoreJar', 'standIn', 'program'],
    [
      'cut off, with the official Firestore only',
      { downloaded: { firestore: '/f.jar' } },
      'official',
      'standIn',
      'missing',
    ],
    [
      'cut off, with gcloud and no compiler',
      { installed: gcloud, compiler: false },
      'firestoreJar',
      'missing',
      'program',
    ],
    ['cut off, with nothing', {}, 'missing', 'missing', 'missing'],
    ['whose user names them', { named: downloaded, downloadable: true, installed: gcloud }, 'named', 'named', 'named'],
  ])('on a machine %s', (_machine, facts, ...expected) => {
    expect(kinds(facts)).toEqual(expected);
  });
});

describe('what is said', () => {
  const say = (facts: Partial<MachineFacts>) => announcement(chooseBinaries(binaryNames, { ...nothing, ...facts }));
  const refuse = (facts: Partial<MachineFacts>) =>
    missingMessage(chooseBinaries(binaryNames, { ...nothing, ...facts }));

  test('nothing, when the official emulators are there', () => {
    expect(say({ downloaded })).toBeUndefined();
    expect(refuse({ downloaded })).toBeUndefined();
  });

  test('the download, before it makes anybody wait', () => {
    expect(say({ downloadable: true })).toContain('Downloading the official emulators');
  });

  test('in one line, that installed emulators and the stand-in are used', () => {
    const said = say({ installed: gcloud });
    expect(said).toContain('using those that gcloud installed');
    expect(said).toContain('stand-in');
    expect(said).not.toContain('\n');
  });

  test('what to install, for each emulator that is missing', () => {
    const message = refuse({});
    for (const name of binaryNames) expect(message).toContain(`- ${name}: `);
    expect(message).toContain('gcloud components install cloud-firestore-emulator');
    expect(message).toContain('apt-get install google-cloud-cli-pubsub-emulator');
  });

  test('that a development kit is missing, when only the compiler is', () => {
    expect(refuse({ installed: gcloud, compiler: false })).toContain('Java development kit');
  });
});
