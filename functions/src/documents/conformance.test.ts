import { describe, expect, it } from 'vitest';
import { isRefusal } from '../domain/refusal.ts';
import type { TemplateName } from './contexts.ts';
import { readPicture } from './pictures/picture.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { faultsOf, isRuleName, type RuleName, rules } from './testing/conformance/check.ts';
import { byteDamages, damaged, damages } from './testing/conformance/damage.ts';
import { logo } from './testing/pictures.ts';

const picture = readPicture(logo, 'Logo de la filature');
if (isRefusal(picture)) throw new Error(picture.message);

const summary = renderDocument('devis-summary', samples['devis-summary'], { issuedAtMs });
const note = samples['scoping-note'];
const pictured = renderDocument(
  'scoping-note',
  { ...note, laureate: { ...note.laureate, logo: picture } },
  { issuedAtMs },
);

/** A file that has what the rule is about. */
const withPicture: ReadonlySet<string> = new Set<RuleName>(['figures', 'images', 'colours']);
const templates = Object.keys(samples).filter((name): name is TemplateName => name in samples);

describe('a file says that it is PDF/UA-1 and PDF/A-2a, and keeps their rules', () => {
  it.each(templates)('%s', async (template) => {
    expect(await faultsOf(renderDocument(template, samples[template], { issuedAtMs }))).toEqual([]);
  });

  it('with a picture that is partly transparent', async () => {
    expect(await faultsOf(pictured)).toEqual([]);
  });

  it('written again by another program, so that damages are what is found below', async () => {
    for (const bytes of [summary, pictured]) expect(await faultsOf(await damaged(bytes, () => undefined))).toEqual([]);
  });
});

describe('a file that breaks a rule is found', () => {
  it.each(
    Object.entries(damages).flatMap(([rule, changes]) => changes.map((change, index) => ({ rule, index, change }))),
  )('$rule, $index', async ({ rule, change }) => {
    const bytes = await damaged(withPicture.has(rule) ? pictured : summary, change);
    expect((await faultsOf(bytes)).map((fault) => fault.rule)).toEqual([rule]);
  });

  it.each(Object.entries(byteDamages))('%s', async (rule, change) => {
    expect((await faultsOf(change(Buffer.from(summary)))).map((fault) => fault.rule)).toEqual([rule]);
  });

  it('whichever the rule', () => {
    expect(Object.keys({ ...damages, ...byteDamages }).sort()).toEqual(Object.keys(rules).filter(isRuleName).sort());
  });
});
