import { describe, expect, it } from 'vitest';
import type { PieceKind, StoredFile } from '../dossiers/pieces.ts';
import { expert, signatory } from '../missions/testing/people.ts';
import { Story } from '../missions/testing/story.ts';
import { documentPaths, handedInVersions } from './documents.ts';
import { manifestText, readmeText } from './manifest.ts';
import { laureateTexts, type MissionFacts, missionTexts, textsOf } from './texts.ts';

const file = (name: string, more: Partial<StoredFile> = {}): StoredFile => ({
  ...{
    id: name,
    piece: 'devis' satisfies PieceKind,
    laureateId: null,
    missionId: 'm1',
    ownerUid: 'noe',
    ownerName: '',
  },
  ...{ name, contentType: 'application/pdf', size: 1, sha256: 'a', createdAt: Date.UTC(2025, 2, 4), side: 'expert' },
  ...{ shared: false, replacesId: null, replacedById: null, withdrawnAt: null, scan: 'clean', preview: 'none' },
  ...more,
});

describe('the documents of an archive', () => {
  it('are by piece, former versions and withdrawn ones apart, no two under one name', () => {
    const files = [
      file('plan.pdf'),
      file('PLAN.pdf'),
      file('plan.pdf', { replacedById: 'b' }),
      file('../plan.pdf', { piece: 'working', withdrawnAt: 1 }),
    ];
    expect(documentPaths(files).map(({ path }) => path)).toEqual([
      'Documents/Devis/2025-03-04 Devis - plan.pdf',
      'Documents/Devis/2025-03-04 Devis - PLAN (2).pdf',
      'Documents/Devis/Anciennes versions/2025-03-04 Devis - plan.pdf',
      'Documents/Document de travail/Retirés/2025-03-04 Document de travail - -plan.pdf',
    ]);
  });
});

describe('the versions of an archive', () => {
  it('are those handed in, without one that the expert took back', () => {
    const story = new Story();
    story.play(signatory('atelier'), 'request');
    for (const action of ['declareNoInterest', 'accept', 'submitDiagnostic'] as const) story.play(expert, action);
    const { submitted } = story;
    if (submitted === null) throw new Error('nothing was handed in');
    const { at, devis } = submitted.submission;
    expect(handedInVersions([submitted], story.events).get(devis.fileId)).toBe(at);
    story.later(1).play(expert, 'retract');
    expect(handedInVersions([submitted], story.events).size).toBe(0);
    story.play(expert, 'submitDiagnostic');
    const again = story.submitted;
    if (again === null) throw new Error('nothing was handed in again');
    expect(handedInVersions([submitted, again], story.events).get(again.submission.devis.fileId)).toBe(at + 1);
  });
});

describe('the texts of an archive', () => {
  const story = new Story();
  story.play(signatory('atelier'), 'request');
  const { mission, events } = story;
  const nothing: MissionFacts = { mission, events, channels: [], links: [], shares: [], submitted: [], invoices: [] };
  const texts = (facts: Partial<MissionFacts> = {}) =>
    Object.fromEntries(textsOf(missionTexts, { ...nothing, ...facts }).map(({ path, text }) => [path, text]));

  it('are the journal as a table and as it is kept, and what there is to say besides', () => {
    expect(Object.keys(texts())).toEqual([
      'Mission.json',
      'Journal.csv',
      'Journal.json',
      'Exceptions.csv',
      'Exceptions.json',
      'Montants.json',
    ]);
    expect(JSON.parse(texts()['Journal.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(events)));
    expect(texts()['Journal.csv']?.split('\r\n')[1]).toMatch(
      /^1;mardi 5 mars 2024 à 12:00;Mission demandée;signatory-atelier;/,
    );
  });

  it('are the messages, a withdrawn one as its trace alone', () => {
    const row = { organisation: 'La Forge', own: false, files: [], mayWithdraw: false, at: 0, byName: 'Noé' } as const;
    const written = { ...row, messageId: 'a', text: '=A1', withdrawnAt: null };
    const withdrawn = { ...row, messageId: 'b', text: '', withdrawnAt: 60_000 };
    const channel = { kind: 'everyone', laureateId: null } as const;
    const view = { channel, key: 'everyone', laureateName: null, writeRefusal: null, readAt: 0 };
    const csv = texts({ channels: [{ ...view, messages: [written, withdrawn] }] })['Échanges.csv'];
    expect(csv).toContain("Tout le monde;jeudi 1er janvier 1970 à 01:00;Noé;La Forge;'=A1;");
    expect(csv).toContain('(retiré le jeudi 1er janvier 1970 à 01:01)');
  });

  it('are never what the team notes for itself: no row reads it', () => {
    const read = [...Object.values(missionTexts), ...Object.values(laureateTexts)].map(({ path }) => path);
    expect(new Set(read).size).toBe(read.length);
    expect(read.filter((path) => /note/i.test(path))).toEqual(['Notes de cadrage.json']);
  });
});

describe('what an archive says of itself', () => {
  const head = { format: 1, title: 'Programme', madeAt: 0, madeFor: 'Anne Le Goff' } as const;

  it('is a list that a program reads, whatever the number of files', async () => {
    const files = [1, 2].map((size) => ({ path: `Été "${size}".pdf`, size, sha256: 'a', more: 'not said' }));
    let text = '';
    const each = async function* () {
      yield* files;
    };
    for await (const piece of manifestText(head, each(), [{ path: 'perdu', sha256: '', reason: 'Perdu.' }]))
      text += piece;
    expect(JSON.parse(text)).toEqual({
      ...head,
      files: files.map(({ path, size, sha256 }) => ({ path, size, sha256 })),
      missing: [{ path: 'perdu', sha256: '', reason: 'Perdu.' }],
    });
  });

  it('is how to check it without the service, for a person', () => {
    const text = readmeText(head);
    expect(text).toContain('npm run verify -- archive.zip');
    expect(text).toContain('pour Anne Le Goff');
  });
});
