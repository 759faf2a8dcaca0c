import { beforeAll, describe, expect, it } from 'vitest';
import { countOperations } from '../bench/cost/counting.ts';
import { entryOf } from '../functions/src/domain/directory/entry.ts';
import { manyCards } from '../functions/src/domain/directory/testing/cards.ts';
import { directoryPage } from '../functions/src/entrypoints/directory-pages.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { embeddedHeaders, pageHeaders } from '../functions/src/entrypoints/page-headers.ts';
import { CURRENT_INDEX, directoryIndex } from '../functions/src/store/collections/directory-index.ts';
import { directory, experts } from '../functions/src/store/collections/experts.ts';
import { directoryEntries, indexCard, rebuildIndex } from '../functions/src/store/directory/index-document.ts';
import { packed } from '../functions/src/store/directory/packing.ts';
import { databaseOf } from '../functions/src/store/missions/testing/database.ts';
import type { Warn } from '../functions/src/store/warn.ts';
import { openProgramme } from './programme.ts';
import { ask, pageOf, shownExpert } from './shown-expert.ts';
import { firestore, origin } from './suite.ts';

beforeAll(openProgramme);

const told: string[] = [];
const warn: Warn = (message) => told.push(message);

describe('The public directory', () => {
  it('shows a card once it is published, in the list, the exports and the site map, and nowhere once it is not', async () => {
    const expert = await shownExpert();
    const words = encodeURIComponent(expert.company);
    const places = [
      `/?mots=${words}`,
      expert.card,
      `/annuaire/integre?mots=${words}`,
      `/annuaire.csv?mots=${words}`,
      `/annuaire.json?mots=${words}`,
      '/sitemap.xml',
    ];
    for (const address of places) {
      const answer = await ask(address);
      expect([address, answer.status]).toEqual([address, 200]);
      expect(await answer.text(), address).toContain(expert.expertId);
    }
    await firestore.doc(experts.path(expert.expertId)).update({ published: false });
    await firestore.doc(directory.path(expert.expertId)).delete();
    await indexCard(firestore, expert.expertId, warn);
    for (const address of places.filter((one) => one !== expert.card))
      expect(await pageOf(address), address).not.toContain(expert.expertId);
    const gone = await ask(expert.card);
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('pas, ou plus, dans l’annuaire')]);
  });

  it('says only what the expert chose to publish of its contact (P3)', async () => {
    const expert = await shownExpert();
    const words = encodeURIComponent(expert.company);
    for (const address of [expert.card, `/annuaire.csv?mots=${words}`, `/annuaire.json?mots=${words}`]) {
      const page = await pageOf(address);
      expect(page, address).toContain(expert.email);
      expect(page, address).not.toContain('06 12 34 56 78');
      // Answers and names that no card has.
      for (const secret of [expert.person.name, 'Cinq ateliers.', 'La Fabrique, 2022.'])
        expect(page).not.toContain(secret);
    }
  });

  it('is kept by caches for minutes, and not sent again to who has it already', async () => {
    const expert = await shownExpert();
    for (const address of ['/?mots=introuvable', expert.card, '/annuaire.json?mots=introuvable']) {
      const first = await ask(address);
      expect(first.headers.get('cache-control')).toBe('public, max-age=60, s-maxage=300');
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]{27}"$/);
      const again = await ask(address, { 'if-none-match': tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await ask(address, { 'if-none-match': '"another"' })).status).toBe(200);
    }
  });

  it('has the headers of every page, and may be shown by France Tiers-Lieux’s site at one address alone', async () => {
    const expert = await shownExpert();
    for (const address of ['/', expert.card, '/experts/nobody', '/annuaire.json', '/sitemap.xml', '/robots.txt']) {
      const { headers } = await ask(address);
      // The emulators' own addresses join the one of what pages speak to.
      for (const [name, value] of Object.entries(pageHeaders))
        expect(withoutEmulators(headers.get(name)), `${address} ${name}`).toBe(value);
    }
    const embedded = await ask('/annuaire/integre');
    for (const [name, value] of Object.entries(embeddedHeaders))
      expect(withoutEmulators(embedded.headers.get(name))).toBe(value);
  });

  it('takes what people write for text', async () => {
    const mark = newId();
    const expert = await shownExpert(`<img src=x onerror=alert(1)> ${mark}`);
    for (const address of [`/?mots=${mark}`, expert.card]) {
      const page = await pageOf(address);
      expect(page).toContain(`&lt;img src=x onerror=alert(1)&gt; ${mark}`);
      expect(page).not.toContain('<img');
    }
    expect(await pageOf(`/?mots=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain('<script>');
  });

  it('answers addresses that lead nowhere, or that nobody would write, without an error of its own', async () => {
    const statuses = async (...addresses: string[]) =>
      Promise.all(addresses.map(async (address) => (await ask(address)).status));
    expect(await statuses('/experts/%2e%2e%2fsettings', '/experts/%E0%A4%A', `/experts/${'y'.repeat(500)}`)).toEqual(
      expect.not.arrayContaining([200, 500]),
    );
    expect(
      await statuses('/?page=-1', '/?page=1e9', '/?page=x', '/?thematique=99&territoire=%00&mots=%F0%9F%94%A5'),
    ).toEqual([200, 200, 200, 200]);
    const former = await ask('/?expert=some-expert');
    expect([former.status, former.headers.get('location')]).toEqual([301, '/experts/some-expert']);
    const typed = await ask('/annuaire');
    expect([typed.status, typed.headers.get('location')]).toEqual([301, '/']);
    expect((await fetch(`${origin}/annuaire.csv`, { method: 'POST' })).status).toBe(405);
  });

  it('gives robots the way to each card', async () => {
    expect(await pageOf('/robots.txt')).toContain('Disallow: /laureat');
    expect((await ask('/sitemap.xml')).headers.get('content-type')).toContain('application/xml');
    expect((await ask('/annuaire.atom')).headers.get('content-type')).toContain('application/atom+xml');
    expect((await ask('/annuaire.csv')).headers.get('content-disposition')).toContain('annuaire-experts.csv');
    expect((await ask('/annuaire.json')).headers.get('access-control-allow-origin')).toBe('*');
  });
});

function withoutEmulators(value: string | null): string | undefined {
  return value?.replaceAll(/ http:\/\/127\.0\.0\.1:\d+/g, '');
}

describe('A search', () => {
  const { firestore: apart, clear } = databaseOf('directory');
  const site = 'https://surmesure.exemple.fr';
  const asked = (path: string, parameters = '') =>
    directoryPage(
      {
        ...{ method: 'GET', path, parameters: new URLSearchParams(parameters), body: '', postedBy: undefined },
        from: { address: 'one', relay: 'one' },
      },
      { firestore: apart, origin: site, now: Date.now(), warn },
    );

  it('reads one document and the settings with a hundred experts as with two thousand, and a card as much', async () => {
    await clear();
    const counter = countOperations(apart);
    for (const count of [100, 2_000]) {
      const cards = manyCards(count);
      const bytes = await packed(cards.map((card) => entryOf(card)));
      await apart.doc(directoryIndex.path(CURRENT_INDEX)).set(directoryIndex.write({ shape: 1, count, cards: bytes }));
      for (const [path, parameters] of [
        ['/'],
        ['/', 'mots=tarifs&territoire=29&page=2'],
        ['/annuaire.csv'],
        ['/sitemap.xml'],
      ] as const) {
        const before = counter.operations.reads;
        const answer = await asked(path, parameters);
        expect([count, path, answer.status, counter.operations.reads - before]).toEqual([count, path, 200, 2]);
      }
      expect((await asked('/')).body).toContain(`${count === 100 ? '100' : '2\u202f000'}\u00a0experts`);
    }
    const [card] = manyCards(1);
    if (card) await apart.doc(directory.path(card.id)).set(directory.write(card));
    const before = counter.operations.reads;
    expect([(await asked('/experts/expert0')).status, counter.operations.reads - before]).toEqual([200, 2]);
  });

  it('finds its index again by itself, whole, where it was never made or is of another shape', async () => {
    await clear();
    const cards = manyCards(3);
    for (const card of cards) await apart.doc(directory.path(card.id)).set(directory.write(card));
    const ids = async () => (await directoryEntries(apart, warn)).map(({ id }) => id);
    expect((await ids()).toSorted()).toEqual(['expert0', 'expert1', 'expert2']);
    await apart.doc(directoryIndex.path(CURRENT_INDEX)).update({ shape: 0 });
    expect(await ids()).toHaveLength(3);
    expect(told).toEqual([]);
    await apart.doc(directoryIndex.path(CURRENT_INDEX)).update({ cards: Buffer.from('damaged') });
    expect(await ids()).toHaveLength(3);
    expect(new Set(told)).toEqual(new Set(['the index of the directory can’t be read']));
    await apart.doc(directory.path('expert1')).delete();
    await rebuildIndex(apart, warn);
    expect(await ids()).toEqual(['expert0', 'expert2']);
  });

  it('misses no card of those published at once', async () => {
    await clear();
    await rebuildIndex(apart, warn);
    const cards = manyCards(60);
    await Promise.all(
      cards.map(async (card) => {
        await apart.doc(directory.path(card.id)).set(directory.write(card));
        await indexCard(apart, card.id, warn);
      }),
    );
    expect(await directoryEntries(apart, warn)).toHaveLength(60);
  });
});
