import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entryOf, inOrder } from '../domain/directory/entry.ts';
import { noMessage } from '../domain/directory/message.ts';
import { noSearch, searchOf } from '../domain/directory/search.ts';
import { cardWith, manyCards } from '../domain/directory/testing/cards.ts';
import { builtInThemes as themes } from '../domain/programme/built-in-themes.ts';
import { mayBeExpertId } from './addresses.ts';
import { cardPage, lostCardPage } from './card-page.ts';
import { directoryCsv, directoryJson } from './exports.ts';
import { documentOf } from './frame.ts';
import { listPage, pageSize } from './list-page.ts';
import { sitemap } from './sitemap.ts';

const origin = 'https://surmesure.exemple.fr';
const today = '2026-03-02';
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

function listOf(cards = manyCards(100), address = '', embedded = false): string {
  const parameters = new URLSearchParams(address);
  const entries = inOrder(cards.map((card) => entryOf(card)));
  const page = Number(parameters.get('page') ?? '1');
  return documentOf(listPage({ entries, search: searchOf(parameters, themes), page, origin, embedded, themes }), {
    origin,
    embedded,
  });
}

function cardOf(card = cardWith(), typed = noMessage, errors = {}): string {
  return documentOf(cardPage({ card, origin, themes, today, typed, errors, refusal: null }), {
    origin,
    embedded: false,
  });
}

/** Where a text could have become markup, or a script could run; what stands between the quotes of an attribute is neither. */
function dangers(page: string): string[] {
  const tags = page.replaceAll(/="[^"]*"/g, (value) => (/^="\s*javascript:/i.test(value) ? value : '=""'));
  return tags.match(/<script(?! type="")[^>]*>|<[^>]+\son\w+=|javascript:|<img|<style|\sstyle=/g) ?? [];
}

describe('A page of the directory', () => {
  it('has no script, no style in it, and nothing that somebody typed as markup', () => {
    const card = cardWith({
      ...{ company: hostile, skills: hostile, sectors: hostile, regions: [hostile] },
      ...{ website: 'javascript:alert(1)', email: hostile, phone: hostile },
    });
    const typed = {
      name: hostile,
      organisation: hostile,
      email: hostile,
      message: `</textarea>${hostile}`,
      trap: hostile,
    };
    for (const page of [
      cardOf(card, typed, { name: hostile }),
      listOf([card]),
      listOf([card], `mots=${encodeURIComponent(hostile)}&filiere=${encodeURIComponent(hostile)}`),
    ])
      expect(dangers(page)).toEqual([]);
    for (const found of ['<p onclick="x">', '<a href="javascript:x">', '<script>', '<script src="x">', '<p style="x">'])
      expect(dangers(found), found).toHaveLength(1);
  });

  it('shows two dozen experts at a time, and the way to the next ones', () => {
    const names = (page: string) => [...page.matchAll(/<h3><a href="\/experts\/(\w+)"/g)].map(([, id]) => id);
    const [first, last] = [listOf(), listOf(manyCards(100), 'page=5')];
    expect([names(first).length, names(last).length]).toEqual([pageSize, 100 - 4 * pageSize]);
    expect(first).toContain('rel="next" href="/?page=2"');
    expect(first).not.toContain('rel="prev"');
    expect(last).toContain('rel="prev" href="/?page=4"');
    expect(listOf(manyCards(100), 'page=99')).toBe(listOf(manyCards(100), 'page=5'));
  });

  it('keeps the search in each of its links', () => {
    const page = listOf(manyCards(100), 'mots=atelier&territoire=bretagne');
    expect(page).toContain('href="/annuaire.csv?mots=atelier&amp;territoire=bretagne"');
    expect(page).toContain('href="/?mots=atelier&amp;territoire=occitanie"');
    expect(page).toContain('<option value="bretagne" selected>');
    expect(page).toContain(`<link rel="canonical" href="${origin}/?mots=atelier&amp;territoire=bretagne">`);
  });

  it('says in each region how many there are, in words too', () => {
    const page = listOf([cardWith(), cardWith({ id: 'b' })]);
    expect(page).toContain('aria-label="Bretagne\u00a0: 2\u00a0experts"');
    expect(page.match(/class="map-empty"/g)).toHaveLength(17);
  });

  it('weighs no more with two thousand experts than with a hundred, but for a few figures', () => {
    const [few, many] = [listOf(manyCards(100)).length, listOf(manyCards(2_000)).length];
    expect(many / few).toBeLessThan(1.05);
    expect(many).toBeLessThan(60_000);
  });

  it('inside another site has neither header nor footer, stays in its frame, and opens cards beside it', () => {
    const page = listOf(manyCards(100), '', true);
    expect(page).not.toMatch(/<header|<footer|rel="canonical"/);
    expect(page).toContain('content="noindex"');
    expect(page).toContain('<form class="filters" action="/annuaire/integre"');
    // Every other page of ours forbids to be framed: a link that stayed in the frame would show nothing.
    const links = (shown: string) =>
      [...shown.matchAll(/<a [^>]*href="(?!\/annuaire\/integre|#)[^>]+>/g)].map(([link]) => link);
    expect(links(page)).toHaveLength(pageSize + 3);
    expect(links(listOf([], '', true))).toHaveLength(1);
    for (const link of [...links(page), ...links(listOf([], '', true))])
      expect(link).toContain('target="_blank" rel="noopener"');
    for (const own of [listOf(), listOf([])]) expect(own).not.toContain('_blank');
  });

  it('of an expert tells programs what it tells people, and only the contact that is published', () => {
    const data = (page: string): object =>
      JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}');
    const silent = cardOf();
    expect(data(silent)).toMatchObject({ '@type': 'ProfessionalService', name: 'Atelier Boréal' });
    expect(data(silent)).not.toHaveProperty('email');
    expect(data(silent)).not.toHaveProperty('telephone');
    expect(silent).not.toMatch(/mailto:|tel:/);
    const open = cardOf(cardWith({ email: 'bonjour@exemple.fr', phone: '06 12 34 56 78' }));
    expect(data(open)).toMatchObject({ email: 'bonjour@exemple.fr', telephone: '06 12 34 56 78' });
    expect(open).toContain('href="tel:0612345678"');
  });

  it('keeps what was typed when it is wrong, and leads to each field that is', () => {
    const page = cardOf(
      cardWith(),
      { ...noMessage, name: 'Awa', message: 'Deux\nlignes' },
      { email: 'Écrivez votre adresse.' },
    );
    expect(page).toContain('name="nom" type="text" value="Awa"');
    expect(page).toContain('>\nDeux\nlignes</textarea>');
    expect(page).toContain('<a href="#courriel">Écrivez votre adresse.</a>');
    expect(page).toMatch(/id="courriel"[^>]*aria-describedby="courriel-hint courriel-error" aria-invalid="true"/);
  });
});

describe('A card that is gone', () => {
  it('gives back the message that was being written from it, as text', () => {
    const page = (message: string) =>
      documentOf(lostCardPage('Rien n’a été envoyé.', { ...noMessage, message }), { origin, embedded: false });
    expect(page('Deux\nlignes')).toContain('<p class="typed">Deux\nlignes</p>');
    expect(page('Deux\nlignes')).toContain('Rien n’a été envoyé.');
    expect(dangers(page(hostile))).toEqual([]);
    expect(page(' ')).not.toContain('Votre message</h2>');
  });

  it('is all that an address can name which the database keeps for itself', () => {
    expect(['expert0', 'a-b_c', '_x_', 'x'.repeat(60)].filter((id) => !mayBeExpertId(id))).toEqual([]);
    expect(['__x__', '__name__', '', 'a/b', '..', 'x'.repeat(61)].filter(mayBeExpertId)).toEqual([]);
  });
});

const formulas = [
  '=HYPERLINK("https://mechant.example")',
  ...['+1', '-1', '@SUM(A1)', '\tx', '\r=1', ' =1', '＝1', '＋1', '－1', '＠A', '=cmd|calc'],
];

describe('An export of the directory', () => {
  const cards = formulas.map((company, index) =>
    cardWith({ id: `e${index}`, company, skills: company, email: 'a@exemple.fr' }),
  );
  const entries = cards.map((card) => entryOf(card));

  it('runs no formula in a spreadsheet', () => {
    const lines = directoryCsv(entries, { origin, themes, today }).split('\r\n');
    const cells = directoryCsv(entries, { origin, themes, today }).matchAll(/(?:^|;|\n)"?([=+\-@\t\r＝＋－＠])/g);
    expect([...cells]).toEqual([]);
    expect(directoryCsv(entries, { origin, themes, today })).toContain(`"'=HYPERLINK(""https://mechant.example"")"`);
    expect(lines[0]).toMatch(/^\uFEFFStructure;Compétences;/);
  });

  it('has the same cards as data, each with its address', () => {
    const { experts } = JSON.parse(directoryJson(entries, { origin, themes, today }));
    expect(experts).toHaveLength(formulas.length);
    expect(experts[0]).toMatchObject({
      nom: formulas[0],
      regions: ['Bretagne'],
      courriel: 'a@exemple.fr',
      telephone: '',
      fiche: `${origin}/experts/e0`,
    });
  });
});

it('The availability of a company is on its card and in the exports, on the day that they are read; unsaid, nothing is', () => {
  const said = (day: string) => cardWith({ availability: { kind: 'from', day } });
  expect(cardOf(said('2026-04-01'))).toContain('Disponible à partir du mercredi 1er avril 2026');
  expect(cardOf(said(today))).toContain('Disponible dès maintenant');
  expect(cardOf(cardWith())).not.toContain('Disponible');
  const entries = [cardWith({ availability: { kind: 'notNow' } }), cardWith({ id: 'b' })].map((card) => entryOf(card));
  const { experts } = JSON.parse(directoryJson(entries, { origin, themes, today }));
  expect(experts.map(({ disponibilite }: { disponibilite: string }) => disponibilite)).toEqual([
    'Pas disponible pour le moment',
    '',
  ]);
  expect(directoryCsv(entries, { origin, themes, today })).toContain(';Pas disponible pour le moment;');
});

describe('Robots', () => {
  it('find each card in the site map, with the day on which it was confirmed', () => {
    const map = sitemap([entryOf(cardWith({ id: 'b', confirmedOn: '2026-03-04' }))], origin);
    expect(map).toContain(`<url><loc>${origin}/experts/b</loc><lastmod>2026-03-04</lastmod></url>`);
    expect(map).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset/);
  });

  it('are kept out of the spaces of people, and of nothing that is public', () => {
    const text = readFileSync(new URL('../../../web/public/robots.txt', import.meta.url), 'utf8');
    expect(text).toContain('Disallow: /laureat\n');
    expect(text).not.toMatch(/Disallow: \/(?:experts|annuaire|inscription|verification)?\n/);
    expect(listOf()).toContain('<link rel="sitemap" href="/sitemap.xml"');
  });
});

it('Nobody is found by nothing: the page says what to do', () => {
  expect(listOf([])).toContain('Inscrire votre structure');
  expect(listOf(manyCards(3), 'mots=introuvable')).toContain('Personne ne répond à tous ces critères');
  expect(searchOf(new URLSearchParams(), themes)).toEqual(noSearch);
});

it('Themes are those in force: renamed in lists, cards and exports, and offered no more once retired', () => {
  const changed = themes.map((theme) => ({
    ...theme,
    subthemes: theme.subthemes.map((one) => {
      if (one.id === '1.1') return { ...one, label: 'Montage immobilier' };
      return one.id === '1.2' ? { ...one, retired: true } : one;
    }),
  }));
  const cards = [cardWith({ subthemes: ['1.1', '1.2'] })].map((card) => ({ card, entry: entryOf(card) }));
  const entries = cards.map(({ entry }) => entry);
  const searched = searchOf(new URLSearchParams('mots=montage immobilier'), changed);
  const listed = { entries, page: 1, origin, embedded: false, themes: changed };
  const list = documentOf(listPage({ ...listed, search: searched }), { origin, embedded: false });
  expect(list).toContain('Atelier Boréal');
  expect(list).toContain('<option value="1.1">Montage immobilier</option>');
  expect(list).not.toContain('<option value="1.2">');
  expect(directoryCsv(entries, { origin, today, themes: changed })).toContain(
    'Montage immobilier | AMO sur la stratégie',
  );
});
