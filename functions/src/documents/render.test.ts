import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TemplateName } from './contexts.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { emptyMonth, emptyWeek } from './samples/samples-summaries.ts';
import { look } from './testing/raster.ts';
import { everyElement, readStructure } from './testing/structure-reading.ts';

/** What each sample must look like: ink per page in percent of the sheet. Invisible letters halve it, overlaps raise it. */
const expected = {
  diagnostic: [4.5, 4.5, 4],
  report: [4.5, 4.5, 3.5],
  attestation: [3.8, 3.6],
  statement: [3.1, 3.4],
  'devis-summary': [4],
  'scoping-note': [4, 2.7],
  feedback: [3.4],
  'weekly-summary': [3.6, 4.1, 3.9],
  'monthly-summary': [3.9, 3, 3.7, 1.6],
  'devis-sample': [2.7],
  'my-data': [4.6, 4.4, 3.4],
} as const satisfies Record<TemplateName, readonly number[]>;

const templates = Object.keys(expected).filter((name): name is TemplateName => name in samples);
const gallery = '.local/documents';

describe.each(templates)('%s', (template) => {
  const bytes = renderDocument(template, samples[template], { issuedAtMs });

  it('is the same bytes for the same context and instant, and others for another instant', () => {
    const again = renderDocument(template, samples[template], { issuedAtMs });
    const later = renderDocument(template, samples[template], { issuedAtMs: issuedAtMs + 60_000 });
    expect(Buffer.compare(again, bytes)).toBe(0);
    expect(Buffer.compare(later, bytes)).not.toBe(0);
  });

  it('prints every letter: the ink of each page is what it should be', async () => {
    const pages = await look(bytes, 1.6);
    mkdirSync(gallery, { recursive: true });
    pages.forEach(({ png }, index) => {
      writeFileSync(`${gallery}/${template}-${index + 1}.png`, png());
    });
    expect(pages).toHaveLength(expected[template].length);
    pages.forEach(({ ink }, index) => {
      const wanted = expected[template][index] ?? 0;
      expect(ink).toBeGreaterThan(wanted * 0.85);
      expect(ink).toBeLessThan(wanted * 1.15);
    });
  });

  it('numbers its pages and says on each what it is', async () => {
    const pages = await look(bytes);
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`page ${index + 1} / ${pages.length}`);
      if (template !== 'devis-sample') {
        expect(text.replaceAll(/\s/g, '')).toContain('https://surmesure.example.fr/laureat');
        expect(text.replaceAll(/\s/g, '')).toContain('Modèlelivréavecleservice');
      }
    });
  });

  it('says its language and shows its title', async () => {
    const { language, title, titleShown, marked } = await readStructure(bytes);
    expect({ language, titleShown, marked }).toEqual({ language: 'fr-FR', titleShown: true, marked: true });
    expect(title).not.toBe('');
  });

  it('gives each mark to one element, and the parent tree agrees', async () => {
    const { root, parents } = await readStructure(bytes);
    const elements = everyElement(root);
    const owned = elements.flatMap(({ type, marks }) => marks.map((mark): [string, string] => [mark, type]));
    expect(new Map(owned)).toEqual(parents);
    expect(owned).toHaveLength(parents.size);
  });

  it('has one title, tables made of rows made of cells, lists made of items', async () => {
    const elements = everyElement((await readStructure(bytes)).root);
    expect(elements.filter(({ type }) => type === 'H1')).toHaveLength(1);
    for (const { type, children } of elements) {
      const kinds = new Set(children.map((element) => element.type));
      if (type === 'TBody' || type === 'THead') expect([...kinds]).toEqual(['TR']);
      if (type === 'TR') for (const kind of kinds) expect(['TH', 'TD']).toContain(kind);
      if (type === 'L') expect([...kinds]).toEqual(['LI']);
      if (type === 'LI') expect(children.map((element) => element.type)).toEqual(['Lbl', 'LBody']);
    }
  });
});

describe('what the documents say', () => {
  const textOf = async <Name extends TemplateName>(template: Name) => {
    const pages = await look(renderDocument(template, samples[template], { issuedAtMs }));
    return pages.map(({ text }) => text).join('\n');
  };

  it('keeps the narrow no-break space of amounts when text is extracted', async () => {
    expect(await textOf('diagnostic')).toContain('3\u202F000,00\u00A0€');
  });

  it('tells what the laureate pays, the VAT that it recovers, who issues the devis and that it was past its date', async () => {
    const { attestation } = samples;
    const context = {
      ...attestation,
      devis: { ...attestation.devis, expired: true },
      share: { ...attestation.share, ownChargeCents: 75_000 },
    };
    const pages = await look(renderDocument('attestation', context, { issuedAtMs }));
    const text = pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
    for (const words of [
      '750,00 € à la charge de La Filature du Haut-Pays, dont 500,00 € de TVA récupérable',
      'Coopérer, coopérative d’activité, SIRET 732 829 320 00074',
      'TVA à 20 % de 2 500,00 €',
      'montant hors taxes (la TVA est récupérée)',
      'validé en connaissance de cause',
    ])
      expect(text).toContain(words);
  });

  it('marks a question without answer', async () => {
    const [section, ...others] = samples.diagnostic.sections;
    const question = { label: 'Qui manquait ?', answer: '' };
    const sections = section ? [{ ...section, questions: [question] }, ...others] : [];
    const bytes = renderDocument('diagnostic', { ...samples.diagnostic, sections }, { issuedAtMs });
    const [first] = await look(bytes);
    expect(first?.text).toMatch(/Qui manquait.\?\s+Sans réponse\./);
  });

  it('shows both fingerprints whole in the attestation', async () => {
    const text = (await textOf('attestation')).replaceAll(/\s/g, '');
    for (const { sha256 } of samples.attestation.files) expect(text).toContain(sha256);
    expect(text).toContain(samples.attestation.recordHash);
  });

  it('says on a closing statement what returns to the programme, and warns when missions still hold money', async () => {
    const closing = { ...samples.statement, closing: true, title: 'Relevé de clôture' };
    const said = async (context: typeof closing) => {
      const pages = await look(renderDocument('statement', context, { issuedAtMs }));
      return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    };
    expect(await said(closing)).toContain('Des missions tiennent encore une partie de la subvention');
    expect(await said({ ...closing, holding: [] })).toContain('Plus rien n’est engagé');
    expect(await said({ ...samples.statement, lines: [] })).toContain('la subvention n’est pas encore attribuée');
  });

  it('prints every line of a statement, whatever their number, and the end of the chain', async () => {
    const lines = Array.from({ length: 80 }, (_line, index) => ({
      ...{ number: index + 1, atMs: issuedAtMs, what: 'Engagement', detail: '', mission: '', reason: '' },
      ...{ cents: -(index + 1), remainingCents: 0, byName: 'Jeanne' },
    }));
    const pages = await look(renderDocument('statement', { ...samples.statement, lines }, { issuedAtMs }));
    const text = pages.map((page) => page.text).join('\n');
    for (const { number } of lines) expect(text).toContain(`${number}. Engagement`);
    expect(text.replaceAll(/\s/g, '')).toContain(samples.statement.head.hash);
    for (const page of pages) expect(page.text).toMatch(/Relevé de subvention/);
  });

  it('says where anybody compares a file with the proofs: with its number in the attestation, at the foot of what a proof names', async () => {
    const { checkAddress, proofId } = samples.attestation;
    const shown = async (name: 'attestation' | 'diagnostic' | 'report' | 'statement') =>
      (await textOf(name)).replaceAll(/\s/g, '');
    expect(await shown('attestation')).toContain(`${checkAddress}?preuve=${proofId}:`);
    for (const name of ['attestation', 'diagnostic', 'report'] as const)
      expect(await shown(name)).toContain(`Vérifier:${checkAddress}`);
    // No proof names a statement: the page would only say that it is unknown.
    expect(await shown('statement')).not.toContain(checkAddress);
  });

  it('says whose seal it carries, with the certificate, and that one of demonstration proves nothing', async () => {
    const said = async (seal: NonNullable<(typeof samples.attestation)['seal']>) => {
      const pages = await look(renderDocument('attestation', { ...samples.attestation, seal }, { issuedAtMs }));
      return pages.map(({ text }) => text.replaceAll(/\s/g, '')).join('');
    };
    const seal = { signedBy: 'France Tiers-Lieux', certificateSha256: '5e'.repeat(32), demonstration: false };
    expect(await said(seal)).toContain('uncachetélectroniqueaunomdeFranceTiers-Lieux:');
    expect(await said(seal)).toContain(seal.certificateSha256);
    expect(await said(seal)).not.toContain('démonstration');
    expect(await said({ ...seal, demonstration: true })).toContain('certificatdedémonstration');
    expect(await textOf('attestation')).not.toContain('cachet');
  });

  it('labels a devis signed by hand as proof of another kind', async () => {
    const paper = { signedBy: 'Paul Nguyen', signedOn: '2024-03-04', reason: 'Signé en réunion.', outside: false };
    const context = { ...samples.attestation, consent: '', paper };
    const pages = await look(renderDocument('attestation', context, { issuedAtMs }));
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('Paul Nguyen a signé sur papier, le lundi 4 mars 2024');
    expect(text).toContain('Ceci n’est pas une validation électronique');
    expect(text).toContain('Signé en réunion.');
    expect(text).not.toContain('Validation électronique simple');
    expect(text).not.toContain('accepté cette phrase');
    expect(await textOf('attestation')).not.toContain('sur papier');
  });

  it('shows a laureate of a shared mission its own part of the devis: no total, no part of another', async () => {
    const summary = samples['devis-summary'];
    const [own, other] = 'parts' in summary.amounts ? summary.amounts.parts : [];
    if (!own || !other) throw new Error('the sample is a shared mission');
    const said = async (context: typeof summary) => {
      const pages = await look(renderDocument('devis-summary', context, { issuedAtMs }));
      return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    };
    const whole = await said(summary);
    for (const words of ['3 000,00 €', '1 800,00 €', '1 200,00 €', 'Points d’attention', 'le devis dit 510,00 €'])
      expect(whole).toContain(words);
    const part = await said({ ...summary, warnings: [], amounts: { own, shared: true } });
    for (const words of ['1 800,00 €', '1 500,00 €', '300,00 €', 'chaque manufacture lit sa part', 'Rien à signaler'])
      expect(part).toContain(words);
    for (const words of ['3 000,00 €', '1 200,00 €', 'Hors taxes']) expect(part).not.toContain(words);
  });

  it('says of a scoping note what the team answered, what comes first, and apart from it what was recommended', async () => {
    const note = samples['scoping-note'];
    const said = async (context: typeof note) => {
      const pages = await look(renderDocument('scoping-note', context, { issuedAtMs }));
      return pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    };
    const accepted = await said(note);
    expect(accepted).toMatch(/3, en vigueur.*acceptée samedi 11 janvier 2025.*D’abord.*Ensuite.*Si possible/);
    expect(accepted).toMatch(/Ce qui a été recommandé Ce qui suit n’est pas écrit par la manufacture/);
    const answer = { atMs: issuedAtMs, byName: 'Inès Garnier', message: 'Le budget manque.' };
    expect(await said({ ...note, standing: { changesAsked: answer } })).toMatch(
      /modifications demandées .* Ce qui est demandé : Le budget manque/,
    );
    const bare = { ...note, standing: { unanswered: true as const }, inForce: false, recommendations: [] };
    expect(await said(bare)).toMatch(/remplacée depuis.*pas encore donné.*Aucune recommandation/);
  });

  it('says to whom a feedback is, on each page and in a sentence', async () => {
    const text = (await textOf('feedback')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('l’expert ne le lit pas');
    expect(text).toContain('réservé à l’équipe');
    expect(text).toMatch(/L’écoute de l’expert a été… Satisfaisant/);
  });

  it.each([
    ['weekly-summary', emptyWeek, ['Rien ne s’est passé cette semaine', 'Aucune mission ne s’est achevée']],
    ['monthly-summary', emptyMonth, ['Rien ne s’est passé ce mois-ci', 'Aucune mission n’est ouverte']],
  ] as const)('%s says that nothing happened, rather than showing nothing', async (template, context, sentences) => {
    const text = async (one: (typeof samples)[typeof template] | typeof context) => {
      const pages = await look(Reflect.apply(renderDocument, undefined, [template, one, { issuedAtMs }]));
      return pages.map((page) => page.text.replaceAll(/\s+/g, ' ')).join(' ');
    };
    const empty = await text(context);
    const full = await text(samples[template]);
    const quiet = ['Personne n’est attendu', 'Aucun rapport n’est en retard', 'Un expert publié répond à chaque'];
    for (const sentence of [...sentences, ...quiet]) {
      expect(empty).toContain(sentence);
      expect(full).not.toContain(sentence);
    }
    expect(full).toMatch(/Les manufactures Ce qui est attendu Concerne Depuis Valider.*12 jours/);
  });

  it('refuses to issue a document that lacks something it prints', () => {
    const { expert: _, ...rest } = samples.report;
    expect(() => Reflect.apply(renderDocument, undefined, ['report', rest, { issuedAtMs }])).toThrow();
  });
});
