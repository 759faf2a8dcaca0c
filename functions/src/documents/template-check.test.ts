import { describe, expect, it } from 'vitest';
import { fieldKinds, formats, listOf, type Palette, snippetOf, writtenPath } from '../domain/templates/fields.ts';
import {
  type EditableTemplateName,
  editableTemplateNames,
  LONGEST_TEMPLATE,
  paletteOf,
} from '../domain/templates/templates.ts';
import type { Contexts } from './contexts.ts';
import { compileEdited } from './edited-templates.ts';
import { formatting } from './formatting.ts';
import { checkTemplate } from './template-check.ts';
import { templateSources } from './template-sources.generated.ts';
import { templateVariants } from './template-variants.ts';
import { fill } from './values.ts';

/** What a document is not made without. The files of a diagnostic are: an attestation may have none. */
const neverEmpty = new Set([
  ...['mission.subthemes', 'laureates', 'expert.consultants', 'sections', 'sections[].questions', 'files'],
  ...['devis.vatRows', 'amounts.whole.vatRows', 'totals', 'money.rows', 'awaited[].rows', 'ended[].laureates'],
  ...['opened[].laureates', 'authentication', 'chronology'],
]);

const printedBy = <Name extends EditableTemplateName>(name: Name, source: string): readonly string[] => {
  const compiled = compileEdited(source);
  return templateVariants[name].flatMap((context: Contexts[Name]) => fill(name, context, compiled).fields);
};

/** A field where it may be written: inside the lists that lead to it, and what must be there for each. */
function inItsLists(palette: Palette, path: string, inside: string): string {
  const list = listOf(path);
  if (list === '') return inside;
  const each = list.slice(0, -2);
  const loop = `{{#each ${writtenPath(each)}}}${inside}{{/each}}`;
  return inItsLists(palette, each, knowing(palette[each]?.needs ?? [], loop));
}

const knowing = (needs: readonly string[], inside: string) =>
  needs.reduceRight((within, needed) => `{{#if ${writtenPath(needed)}}}${within}{{/if}}`, inside);

describe.each(editableTemplateNames)('the palette of %s', (name) => {
  const palette = paletteOf(name);

  it('offers nothing that a document does not have, and what it inserts is accepted', () => {
    for (const [path, field] of Object.entries(palette)) {
      const source = inItsLists(palette, path, snippetOf(path, field));
      expect(checkTemplate(name, source).faults, source).toEqual([]);
      if (fieldKinds[field.kind].formats.length > 0) expect(printedBy(name, source), source).toContain(path);
      else expect(Object.keys(palette).filter((other) => other.startsWith(path)).length, path).toBeGreaterThan(0);
    }
  });

  it('has all that our own template prints, which passes the check that staff’s must pass', () => {
    const source = templateSources[name];
    expect(checkTemplate(name, source)).toEqual({ faults: [], missing: [] });
    for (const path of printedBy(name, source)) expect(Object.keys(palette)).toContain(path);
  });

  it('is tried on documents that have, and that lack, each thing that may be missing', () => {
    const optional = Object.values(palette).flatMap(({ needs = [] }) =>
      needs.map((needed, index) => ({ needed, around: needs.slice(0, index) })),
    );
    for (const { needed, around } of optional) {
      const asked = `{{#if ${writtenPath(needed)}}}{{@root.version}}{{else}}{{@root.programme}}{{/if}}`;
      const source = inItsLists(palette, needed, knowing(around, asked));
      expect(new Set(printedBy(name, source)), needed).toEqual(new Set(['version', 'programme']));
    }
  });

  it('is tried on each list with something in it, and with nothing where a document may have none', () => {
    for (const [path, { kind, needs = [] }] of Object.entries(palette)) {
      if (!fieldKinds[kind].repeats) continue;
      const asked = `{{#each ${writtenPath(path)}}}{{@root.programme}}{{else}}{{@root.originalAddress}}{{/each}}`;
      const printed = new Set(printedBy(name, inItsLists(palette, path, knowing(needs, asked))));
      expect(printed, path).toContain('programme');
      if (!neverEmpty.has(path)) expect(printed, path).toContain('originalAddress');
    }
  });
});

it('every format that the palette names is one that documents have', () => {
  expect(Object.keys(formats).filter((name) => !Object.hasOwn(formatting, name))).toEqual([]);
});

const faultsOf = (source: string, name: EditableTemplateName = 'attestation') =>
  checkTemplate(name, source).faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('a draft is told, with the place, of', () => {
  it.each([
    ['a field that does not exist', 'a\n{{devis.numero}}', /^2:3 le champ « devis.numero » n’existe pas ici$/],
    ['a field of a list, outside of it', '{{sha256}}', /n’existe pas ici, sauf dans {{#each files}}/],
    [
      'an amount as cents',
      '{{share.amountCents}}',
      /« share.amountCents » est un montant : écrivez {{euros share.amountCents}}/,
    ],
    ['an amount as a date', '{{date share.amountCents}}', /est un montant/],
    ['a list as a text', '{{files}}', /est une liste : écrivez {{#each files}}/],
    [
      'what some documents lack',
      '{{share.base}}',
      /certains documents n’ont pas ce champ : écrivez {{#if share.base}}/,
    ],
    ['a condition on what they lack', '{{#if paper.reason}}a{{/if}}', /entre {{#if paper}} et {{\/if}}/],
    ['what is lacking in the other branch', '{{#if paper}}a{{else}}{{paper.signedBy}}{{/if}}', /certains documents/],
    ['a repetition of no list', '{{#each devis.number}}a{{/each}}', /« devis.number » n’est pas une liste/],
    ['a list inside another one', '{{#each files}}{{#each ../files}}a{{/each}}{{/each}}', /ne remonte pas/],
    ['a position outside of lists', '{{#if @first}}a{{/if}}', /ne se lit que dans {{#each}}/],
    ['a condition on two things', '{{#if paper seal}}a{{/if}}', /attend un champ, et un seul/],
    ['a name for the item', '{{#each files as |file|}}a{{/each}}', /« as »/],
    ['a block that is not closed', 'a\n{{#if paper}}\nb\n', /^\d:null un bloc ou des accolades ne sont pas fermés/],
    ['a block closed by another', 'a\n{{#if paper}}\n{{/each}}', /^2:4 « if » est fermé par « each »/],
    ['accolades that say nothing', 'a {{}}', /^1:null ces accolades ne sont pas attendues ici/],
    ['what is not allowed', 'a\n\n{{{programme}}}', /^3:\d les triples accolades/],
    ['the way to our own code', '{{constructor.constructor}}', /n’existe pas ici/],
    ['what every object has, printed', '{{constructor}}', /le champ « constructor » n’existe pas ici/],
    ['what every object has, formatted', '{{euros toString}}', /le champ « toString » n’existe pas ici/],
    ['what every object has, as a condition', '{{#if valueOf}}a{{/if}}', /le champ « valueOf » n’existe pas ici/],
    ['what every object has, as a list', '{{#each __proto__}}a{{/each}}', /le champ « __proto__ » n’existe pas ici/],
    ['what every object has, from the top', '{{@root.hasOwnProperty}}', /n’existe pas ici/],
    ['a field in the place of a word', '{{plural version "page" constructor}}', /attend un nombre et deux mots/],
    ['a value of Handlebars', '{{@root}}', /n’existe pas ici/],
  ])('%s', (_what, source, expected) => {
    expect(faultsOf(source)[0]).toMatch(expected);
  });

  it('a twentieth block in another, and of more nested ones without failing', () => {
    const nested = (count: number) => `${'{{#if programme}}'.repeat(count)}a${'{{/if}}'.repeat(count)}`;
    expect(faultsOf(nested(20))).toEqual([]);
    expect(faultsOf(nested(21))[0]).toContain('trop de blocs');
    expect(faultsOf(nested(2_400))).toHaveLength(1);
  });

  it('a text longer than any letter', () => {
    expect(faultsOf('a'.repeat(LONGEST_TEMPLATE))).toEqual([]);
    expect(faultsOf('a'.repeat(LONGEST_TEMPLATE + 1))[0]).toContain('dépasse 30 000 signes');
  });

  it('nothing, in good time, of a text that Markdown reads as thousands of pieces of one word', () => {
    expect(faultsOf('\\'.repeat(LONGEST_TEMPLATE))).toEqual([]);
  });

  it('quotes or lists too deep to be laid out', () => {
    expect(faultsOf('> '.repeat(LONGEST_TEMPLATE / 2))[0]).toContain('ne se met pas en pages');
  });

  it('all of its faults at once, in the order of the text', () => {
    expect(faultsOf('{{a}}\n{{#each files}}{{b}}{{/each}}\n{{c}}').map((fault) => fault.slice(0, 2))).toEqual([
      '1:',
      '2:',
      '3:',
    ]);
  });
});

describe('an attestation goes on saying what it is evidence of', () => {
  const source = templateSources.attestation;

  it.each([
    ['> {{consent}}', 'la phrase acceptée'],
    ['`{{fingerprint sha256}}`', 'l’empreinte de chaque fichier'],
    ['`{{fingerprint recordHash}}`', 'l’empreinte de l’enregistrement'],
    ['Validation électronique simple', 'les mots « validation électronique simple »'],
    ['Ceci n’est pas une validation électronique', /« n’est pas une validation électronique »/],
    ['Preuve | {{proofId}} |', null],
  ])('without %s it lacks what is said', (words, label) => {
    expect(source).toContain(words);
    const { missing } = checkTemplate('attestation', source.replaceAll(words, 'x'));
    if (label === null) expect(missing).toEqual([]);
    else expect(missing).toEqual([typeof label === 'string' ? label : expect.stringMatching(label)]);
  });

  it('lacks nothing when its words are only written otherwise', () => {
    const written = source.replaceAll('**Validation électronique simple**', 'Une validation *électronique* simple');
    expect(written).not.toBe(source);
    expect(checkTemplate('attestation', written)).toEqual({ faults: [], missing: [] });
  });
});

describe('what a reader relies on stays in', () => {
  it.each<[EditableTemplateName, string, string]>([
    ['devis-summary', 'ne le remplace pas', 'les mots « ne le remplace pas »'],
    ['devis-summary', '{{euros amounts.own.ownCents}}', 'ce que ce lauréat paie lui-même'],
    ['devis-summary', '{{euros ownCents}}', 'ce que chaque lauréat paie lui-même'],
    ['devis-summary', '{{this}}\n', 'chaque point d’attention'],
    ['scoping-note', 'remplacée depuis', 'le mot « remplacée », quand une version plus récente est remise'],
    ['scoping-note', '{{standing.changesAsked.message}}', 'les modifications demandées'],
    ['scoping-note', '> {{text}}', 'chaque recommandation'],
    ['feedback', 'à personne d’autre', 'les mots « à personne d’autre »'],
    ['feedback', '| {{label}} |', 'chaque question à choix'],
    ['weekly-summary', '{{euros money.remaining.afterCents}}', 'ce qu’il reste à la fin'],
    ['weekly-summary', '{{subtheme}}', 'chaque sous-thématique sans expert'],
    ['monthly-summary', '{{euros remainingCents}}', 'ce qu’il reste à chaque promotion'],
  ])('of %s: without %s it lacks %s', (name, words, label) => {
    const source = templateSources[name];
    expect(source).toContain(words);
    expect(checkTemplate(name, source.replaceAll(words, 'x'))).toEqual({ faults: [], missing: [label] });
  });
});

it('what stands in two conditions is written in both, and each missing one is said', () => {
  const within = (words: string) => `{{#if amounts.own}}{{#if amounts.own.base}}${words}{{/if}}{{/if}}`;
  expect(faultsOf(within('{{euros amounts.own.fundedCents}}'), 'devis-summary')).toEqual([]);
  expect(faultsOf('{{amounts.own.base}}', 'devis-summary')[0]).toMatch(/entre {{#if amounts.own}} et/);
  expect(faultsOf('{{#if amounts.own.base}}a{{/if}}', 'devis-summary')[0]).toMatch(/entre {{#if amounts.own}} et/);
  expect(faultsOf('{{#if amounts.own}}{{amounts.own.base}}{{/if}}', 'devis-summary')[0]).toContain(
    within('{{amounts.own.base}}'),
  );
});
