import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../functions/src/domain/calendar.ts';
import type { MailName } from '../functions/src/domain/notifications/mails.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { laureates } from '../functions/src/store/collections/laureates.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { preferences } from '../functions/src/store/collections/preferences.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { choosingLimit } from '../functions/src/store/notifications/choose.ts';
import { contactOf } from '../functions/src/store/notifications/contact.ts';
import { preferenceToken } from '../functions/src/store/notifications/preference-links.ts';
import { countOf } from '../functions/src/store/rate-limits.ts';
import { localLinkKeys } from '../tools/emulators/link-keys.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { newAddress } from './invitations.ts';
import { mailTo } from './mails.ts';
import { signIn, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { firestore, inbox, origin } from './suite.ts';

let laureate: LaureateOfTests;
let link: string;

beforeAll(openProgramme);

beforeEach(async () => {
  laureate = await laureateWith(10_000_00);
  link = linkOf(laureate);
});

const linkOf = ({ signatory: { uid }, email }: LaureateOfTests) =>
  preferenceToken({ uid, email }, localLinkKeys, Date.now());
const kept = () => get(firestore, preferences, laureate.signatory.uid);
const choices = async () => (await kept())?.choices ?? {};

/** News to the laureate's signatory, as an event would queue it. */
async function newsTo({ email, signatory: { uid, name } }: LaureateOfTests) {
  const item = { ...mailTo(email), to: { email, name, uid } };
  await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
  const ended = async () => (await get(firestore, outbox, item.id))?.state;
  await expect.poll(ended, { timeout: 20_000 }).not.toMatch(/pending|leased|retry/);
  return ended();
}

describe('Choosing by the link of a mail', () => {
  it('shows whose mails they are by a masked address, keeps a choice and takes it back', async () => {
    const shown = await expectCall('mailPreferences', { link, changes: {} }, null);
    expect(shown).toMatchObject({ address: `${laureate.email[0]}•••@exemple.fr`, reader: 'laureate' });
    expect(JSON.stringify(shown)).not.toContain(laureate.email);
    expect(JSON.stringify(shown)).not.toContain(laureate.signatory.name);
    expect(await kept()).toBeNull();
    const changed = await expectCall('mailPreferences', { link, changes: { reminder: 'never' } }, null);
    expect(changed.mails.find(({ mail }) => mail === 'reminder')?.chosen).toBe('never');
    expect(await choices()).toEqual({ reminder: 'never' });
    await expectCall('mailPreferences', { link, changes: { reminder: null, missionChanged: 'daily' } }, null);
    expect(await choices()).toEqual({ missionChanged: 'daily' });
  });

  it('and in one’s session is the same', async () => {
    const token = await signIn(laureate.signatory.uid);
    await expectCall('mailPreferences', { link: null, changes: { messageReceived: 'weekly' } }, token);
    const byLink = await expectCall('mailPreferences', { link, changes: {} }, null);
    expect(byLink).toEqual(await expectCall('mailPreferences', { link: null, changes: {} }, token));
    expect(byLink.mails.find(({ mail }) => mail === 'messageReceived')?.chosen).toBe('weekly');
  });

  it('changes nothing in part when one of the choices is none', async () => {
    const changes = { reminder: 'never', validationNotice: 'never' } as const;
    expect(codeOf(await call('mailPreferences', { link, changes }, null))).toBe('not-a-choice');
    expect(await kept()).toBeNull();
    expect(codeOf(await call('mailPreferences', { link, changes: { reminder: 'never' } }, null))).toBeNull();
  });

  it('asks for a link or a session, and for a link of ours', async () => {
    const codes = async (asked: string | null) =>
      codeOf(await call('mailPreferences', { link: asked, changes: {} }, null));
    expect(await codes(null)).toBe('not-signed-in');
    expect(await codes(`${link}x`)).toBe('link-not-ours');
    const { uid } = laureate.signatory;
    expect(await codes(preferenceToken({ uid, email: laureate.email }, ['another-key'.repeat(4)], Date.now()))).toBe(
      'link-not-ours',
    );
    expect(await codes(link)).toBeNull();
  });

  it('signs nobody in and opens nothing else', async () => {
    expect(codeOf(await call('exchangeSignIn', { token: link }, null))).toMatch(/^(link-unusable|invalid-input)$/);
    // The emulators judge no token's signature: there, it is one of nobody.
    for (const request of [{ name: 'me' }, { name: 'laureate', laureateId: laureate.laureateId }] as const)
      expect(codeOf(await call('view', request, link))).toMatch(/^(UNAUTHENTICATED|account-unknown)$/);
    const token = await signIn(laureate.signatory.uid);
    expect(codeOf(await call('view', { name: 'me' }, token))).toBeNull();
  });

  it('ends when the address changes or the account is closed, as a link for another address', async () => {
    const account = firestore.doc(accounts.path(laureate.signatory.uid));
    const code = async () => codeOf(await call('mailPreferences', { link, changes: {} }, null));
    await account.update({ email: newAddress() });
    expect(await code()).toBe('link-former-address');
    await account.update({ email: laureate.email });
    expect(await code()).toBeNull();
    await account.update({ active: false });
    expect(await code()).toBe('link-former-address');
  });

  it('is limited for one person, and for no other', async () => {
    const { uid } = laureate.signatory;
    const full = { count: choosingLimit.most, resetsAt: Date.now() + HOUR };
    await countOf(firestore, choosingLimit, uid).set(rateLimits.write(full));
    const other = linkOf(await laureateWith(10_000_00));
    const codes = [link, other].map(async (one) =>
      codeOf(await call('mailPreferences', { link: one, changes: {} }, null)),
    );
    expect(await Promise.all(codes)).toEqual(['too-many-choices', null]);
  });
});

describe('One press in a mail program', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const address = (mail: MailName, token = link) => `${origin}/api/unsubscribe?courriel=${mail}&jeton=${token}`;
  const press = (mail: MailName, token = link, body = 'List-Unsubscribe=One-Click') =>
    fetch(address(mail, token), { method: 'POST', headers: form, body });

  it('turns that mail down, once or twice alike, and the next one does not leave', async () => {
    expect(await newsTo(laureate)).toBe('sent');
    expect((await press('missionChanged')).status).toBe(200);
    const first = await firestore.doc(preferences.path(laureate.signatory.uid)).get();
    expect((await press('missionChanged')).status).toBe(200);
    const again = await firestore.doc(preferences.path(laureate.signatory.uid)).get();
    expect([await choices(), again.updateTime]).toEqual([{ missionChanged: 'never' }, first.updateTime]);
    expect(await newsTo(laureate)).toBe('superseded');
  });

  it('may be sent in parts, as some programs do', async () => {
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(address('reminder'), { method: 'POST', body })).status).toBe(200);
    expect(await choices()).toEqual({ reminder: 'never' });
  });

  it.each(['GET', 'HEAD'])('is not what %s does: whoever opens every link unsubscribes nobody', async (method) => {
    const answer = await fetch(address('missionChanged'), { method, redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${origin}/preferences#jeton=${link}&courriel=missionChanged`);
    expect(await kept()).toBeNull();
  });

  it('needs its words, a link of ours, and a mail that may be turned down', async () => {
    const refused = [
      await press('missionChanged', link, ''),
      await press('missionChanged', link, 'List-Unsubscribe=No'),
      await press('diagnosticSubmitted'),
      await press('noteHandedIn'),
      await press('missionChanged', `${link}x`),
      await fetch(address('missionChanged'), { method: 'PUT' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 403, 405]);
    for (const answer of refused) expect(await answer.text()).toMatch(/^\p{Lu}.*\.$/u);
    expect(await kept()).toBeNull();
    expect((await press('missionChanged')).status).toBe(200);
  });
});

describe('A mail', () => {
  it('leads its reader to the choices of that person, and to nobody’s from the address of the team', async () => {
    expect(await newsTo(laureate)).toBe('sent');
    const mail = (await inbox.messages(laureate.email)).at(-1);
    const [, token = ''] = /\/preferences#jeton=([\w.-]+)/.exec(mail?.text ?? '') ?? [];
    const shown = await expectCall('mailPreferences', { link: token, changes: {} }, null);
    expect(shown.address).toBe(`${laureate.email[0]}•••@exemple.fr`);
    const nobody = newAddress();
    const item = mailTo(nobody);
    await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
    expect((await inbox.awaitMessage(nobody, '')).text).not.toContain('/preferences');
  });

  it('is answered by the laureate’s referent while there is one, and by the programme’s contact else', async () => {
    const programme = { name: 'L’équipe', email: 'equipe@tierslieux.example', phone: '01 00 00 00 00' };
    const ines = await staffPerson(newId());
    const { email, laureateId, signatory } = laureate;
    const to = { email, name: signatory.name, uid: signatory.uid };
    const item = { ...mailTo(email), to };
    const account = await get(firestore, accounts, signatory.uid);
    const contact = (changed: object = {}) => contactOf(firestore, { ...item, ...changed }, account, programme);
    expect(await contact()).toEqual(programme);
    const record = firestore.doc(laureates.path(laureateId));
    await record.update({ referent: { uid: ines.uid, phone: '01 98 76 54 32' } });
    const named = { name: 'Camille Roux', email: ines.email, phone: '01 98 76 54 32' };
    expect(await contact()).toEqual(named);
    expect(await contact({ path: `/laureat?laureat=${laureateId}` })).toEqual(named);
    expect(await contact({ to: { ...to, uid: null } })).toEqual(programme);
    expect(await contact({ facts: { ...item.facts, reader: 'expert' } })).toEqual(programme);
    expect(await contact({ mail: 'signIn' })).toEqual(programme);
    await record.update({ referent: { uid: ines.uid, phone: '' } });
    expect(await contact()).toEqual({ ...named, phone: programme.phone });
    await firestore.doc(accounts.path(ines.uid)).update({ active: false });
    expect(await contact()).toEqual(programme);
  });
});
