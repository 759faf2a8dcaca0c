import { paletteOf } from '@sur-mesure/functions/domain/templates/templates';
import type { TemplateChange } from '@sur-mesure/functions/domain/templates/versions';
import { describe, expect, test } from 'vitest';
import { changeSentence, paletteRows, versionTitle } from './template-words.ts';

const change: TemplateChange = {
  ...{ sequence: 2, at: 0, by: { uid: 'ines', name: 'Inès Garnier' }, what: 'publish', version: 2, before: 1 },
  reason: 'Plus clair.',
};

test('who changed what is a sentence, ours being called by what it is', () => {
  expect(changeSentence(change)).toBe('Inès Garnier a publié la version 2 ; avant, version 1.');
  expect(changeSentence({ ...change, what: 'restore', version: 0, before: 2 })).toBe(
    'Inès Garnier a remis en vigueur : modèle livré avec le service ; avant, version 2.',
  );
  expect([versionTitle(0), versionTitle(3)]).toEqual(['Modèle livré avec le service', 'Version 3']);
});

describe('the fields that one may insert', () => {
  const found = (words: string) => paletteRows(paletteOf('attestation'), words);

  test('are found by their words, by their name and whatever the accents', () => {
    expect(found('numéro devis').map(({ path }) => path)).toContain('devis.number');
    expect(found('numero DEVIS').map(({ path }) => path)).toContain('devis.number');
    expect(found('recordHash').map(({ snippet }) => snippet)).toEqual(['{{fingerprint recordHash}}']);
    expect(found('zzz')).toEqual([]);
    expect(found('').length).toBe(Object.keys(paletteOf('attestation')).length);
  });

  test('say in which list they are written, and come with the condition that they need', () => {
    const [hash] = found('files[].sha256');
    expect(hash).toMatchObject({ snippet: '{{fingerprint sha256}}', inside: '{{#each files}}' });
    const [issuer] = found('devis.issuer.name');
    expect(issuer?.snippet).toBe('{{#if devis.issuer}}{{devis.issuer.name}}{{/if}}');
  });
});
