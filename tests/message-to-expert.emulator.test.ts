import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { freshHour } from './fresh-hour.ts';
import { openProgramme } from './programme.ts';
import { pageOf, shownExpert } from './shown-expert.ts';
import { firestore, inbox, origin } from './suite.ts';

beforeAll(openProgramme);

describe('A message to an expert', () => {
  const typed = {
    nom: 'Awa Diop',
    structure: 'La Fabrique du Lac',
    message: 'Nous cherchons à revoir nos tarifs & nos <prix>.',
  };

  function send(card: string, fields: Record<string, string>, headers: Record<string, string> = { origin }) {
    const body = new URLSearchParams({ ...typed, courriel: `awa-${newId()}@exemple.fr`, sujet: '', ...fields });
    return fetch(`${origin}${card}/message`, { method: 'POST', body, headers, redirect: 'manual' });
  }

  it('reaches it by mail, whose answer goes to who wrote, without a link that signs in', async () => {
    await freshHour();
    const expert = await shownExpert();
    const courriel = `awa-${newId().toLowerCase()}@exemple.fr`;
    const sent = await send(expert.card, { courriel });
    expect([sent.status, sent.headers.get('location'), sent.headers.get('cache-control')]).toEqual([
      303,
      `${expert.card}/message?envoye=oui`,
      'no-store',
    ]);
    expect(await pageOf(`${expert.card}/message?envoye=oui`)).toContain('Message envoyé');
    const mail = await inbox.awaitMessage(expert.email, 'Message de l’annuaire');
    expect(mail.subject).toContain('Awa Diop (La Fabrique du Lac)');
    expect(mail.text).toContain(typed.message);
    expect(mail.html).toContain('&#60;prix&#62;');
    expect(mail.text + mail.html).not.toMatch(/jeton=/);

    // Pressed twice, it leaves once.
    expect((await send(expert.card, { courriel })).status).toBe(303);
    const items = await firestore
      .collection('outbox')
      .where('to.email', '==', expert.email)
      .where('mail', '==', 'visitorMessage')
      .get();
    expect(items.docs.map((item) => item.get('replyTo'))).toEqual([{ email: courriel, name: 'Awa Diop' }]);
  });

  it('comes back as it was typed when something is missing, and when it does not come from its page', async () => {
    await freshHour();
    const expert = await shownExpert();
    const wrong = await send(expert.card, { courriel: 'awa', nom: '' });
    const page = await wrong.text();
    expect([wrong.status, wrong.headers.get('cache-control')]).toEqual([422, 'no-store']);
    expect(page).toContain('2 points à corriger');
    expect(page).toContain('revoir nos tarifs &amp; nos &lt;prix&gt;.</textarea>');
    for (const headers of [{}, { origin: 'https://ailleurs.example' }, { origin: 'null' }]) {
      const refused = await send(expert.card, {}, headers);
      expect([refused.status, await refused.text()]).toEqual([
        403,
        expect.stringContaining('ne s’envoie que depuis sa page'),
      ]);
    }
    const trapped = await send(expert.card, { sujet: 'https://achetez.example' });
    expect([trapped.status, await trapped.text()]).toEqual([
      422,
      expect.stringContaining('Un champ que personne ne voit'),
    ]);
    const gone = await send('/experts/nobody', {});
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining('revoir nos tarifs')]);
    expect((await send('/experts/__x__', {})).status).toBe(404);
    expect(
      (
        await fetch(`${origin}${expert.card}/message`, {
          method: 'POST',
          body: 'y'.repeat(100_000),
          headers: { origin },
        })
      ).status,
    ).toBe(422);
    const queued = await firestore
      .collection('outbox')
      .where('to.email', '==', expert.email)
      .where('mail', '==', 'visitorMessage')
      .get();
    expect(queued.size).toBe(0);
  });

  it('is one of five an hour from one place: the next is kept in the page, and told why', async () => {
    await freshHour();
    const expert = await shownExpert();
    for (let sent = 0; sent < 5; sent += 1) expect((await send(expert.card, {})).status).toBe(303);
    const sixth = await send(expert.card, {});
    expect([sixth.status, await sixth.text()]).toEqual([429, expect.stringContaining('Trop de messages sont partis')]);
    await freshHour();
    expect((await send(expert.card, {})).status).toBe(303);
  });
});
