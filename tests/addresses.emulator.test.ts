import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../functions/src/domain/calendar.ts';
import type { IncidentAction } from '../functions/src/domain/incidents/dead-letters.ts';
import type { PersonAction } from '../functions/src/domain/people/people.ts';
import { taskId } from '../functions/src/domain/staff/tasks.ts';
import { deliverMail } from '../functions/src/entrypoints/deliver-mail.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { readSmtpSettings, type SmtpSettings } from '../functions/src/mail/settings.ts';
import { disconnect } from '../functions/src/mail/transport.ts';
import { get } from '../functions/src/store/collection.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { JOURNAL, journal } from '../functions/src/store/collections/journal.ts';
import { OUTBOX, outbox, type QueuedMail } from '../functions/src/store/collections/outbox.ts';
import { tasks } from '../functions/src/store/collections/tasks.ts';
import { deadMailSubject } from '../functions/src/store/staff/task-makers.ts';
import { localLinkKeys } from '../tools/emulators/link-keys.ts';
import { call, codeOf, expectCall } from './calls.ts';
import { sweep } from './events.ts';
import { freshHour } from './fresh-hour.ts';
import { cameOnce, exchange, invitedTo, mailedToken, newAddress, peopleSeenBy } from './invitations.ts';
import { mailTo } from './mails.ts';
import { type Person, staffPerson } from './people.ts';
import { type LaureateOfTests, laureateWith, openProgramme } from './programme.ts';
import { firestore, inbox } from './suite.ts';

let staff: Person;
let laureate: LaureateOfTests;
let token: string;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

beforeEach(async () => {
  await freshHour();
  laureate = await laureateWith(10_000_00);
  token = await cameOnce(laureate.signatory.uid);
});

const organisationOf = ({ laureateId }: LaureateOfTests) => ({ kind: 'laureate', laureateId }) as const;
const act = (action: PersonAction, by: string, uid = laureate.signatory.uid) =>
  call('personAction', { ...action, organisation: organisationOf(laureate), uid }, by);
const incident = (action: IncidentAction, mail: QueuedMail, by = staff.token) =>
  call(
    'incidentAction',
    { action, incident: { kind: 'mail', id: mail.id }, operationId: randomUUID(), reason: '' },
    by,
  );
const problemOf = async () => (await get(firestore, accounts, laureate.signatory.uid))?.addressProblem ?? null;
const bannerOf = async (by: string) => (await expectCall('view', { name: 'me' }, by)).unreached;
const queue = (item: QueuedMail) => firestore.doc(outbox.path(item.id)).create(outbox.write(item));
const toSignatory = (due?: number): QueuedMail => {
  const item = mailTo(laureate.email, due);
  const facts = { ...item.facts, happened: 'Rôle changé', laureateName: laureate.name };
  // A decision, which no budget holds back.
  return { ...item, mail: 'memberChanged', facts, to: { ...item.to, uid: laureate.signatory.uid } };
};
async function dead(): Promise<QueuedMail> {
  const mail = { ...toSignatory(), state: 'dead', attempt: 1, cause: 'address', problem: '550 5.1.1' } as const;
  await queue(mail);
  return mail;
}
const flag = { action: 'flagAddress', reason: 'Un message de retour dit que la boîte n’existe plus.' } as const;
const clear = { action: 'clearAddressFlag' } as const;

describe('a server that refuses a recipient', () => {
  const answers: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const [code = '250', ...words] = (answers.shift() ?? '250 ok').split(' ');
      callback(code === '250' ? null : Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
    },
    onData(stream, _session, callback) {
      stream.on('end', callback);
      stream.resume();
    },
  });
  /** Tomorrow: the suite's own trigger leaves these mails alone. */
  const start = Date.now() + 24 * HOUR;
  let smtp: SmtpSettings;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    smtp = readSmtpSettings({
      ...{ SMTP_HOST: '127.0.0.1', SMTP_PORT: `${port}`, SMTP_SECURITY: 'none' },
      MAIL_FROM: 'surmesure@tierslieux.example',
    });
  });

  afterAll(async () => {
    const left = await firestore.collection(OUTBOX).where('nextMs', '>=', start).get();
    await Promise.all(left.docs.map(({ ref }) => ref.delete()));
    disconnect(smtp);
    await new Promise<void>((resolve) => server.close(resolve));
  });

  async function refused(item: QueuedMail, answer: string) {
    await queue(item);
    answers.push(answer);
    await deliverMail(firestore, item.id, {
      ...{ origin: 'http://127.0.0.1', smtp, linkKeys: localLinkKeys },
      clock: () => start,
    });
    return get(firestore, outbox, item.id);
  }

  it('for its address ends the mail, opens a task, marks the address and says so to its owner alone', async () => {
    const other = await cameOnce(await invitedTo(organisationOf(laureate), 'contributor', token));
    const mail = await refused(toSignatory(start), '550 5.1.1 mailbox unknown');
    expect(mail).toMatchObject({ state: 'dead', cause: 'address', attempt: 1 });
    expect(await get(firestore, tasks, taskId('deadMail', deadMailSubject(laureate.email)))).toMatchObject({
      closedAt: null,
      laureateId: laureate.laureateId,
    });
    expect(await problemOf()).toMatchObject({ at: start, byName: 'Service automatique' });
    const lines = await firestore.collection(JOURNAL).where('aboutUid', '==', laureate.signatory.uid).get();
    const line = { done: 'flagAddress', laureateId: laureate.laureateId, reason: expect.stringMatching(/\p{L}/u) };
    expect(journal.list(lines.docs)).toContainEqual(expect.objectContaining(line));
    expect(await bannerOf(token)).toMatchObject({
      ...{ email: laureate.email, since: start, organisation: organisationOf(laureate) },
      contact: { phone: expect.stringMatching(/\d/) },
    });
    expect(await bannerOf(other)).toBeUndefined();
    expect(await bannerOf(staff.token)).toBeUndefined();
  });

  it('marks the address of a sign-in too, which was typed and names no account', async () => {
    const { to, ...item } = toSignatory(start);
    expect(await refused({ ...item, to: { ...to, uid: null } }, '550 5.1.1 mailbox unknown')).toMatchObject({
      state: 'dead',
    });
    expect(await problemOf()).toMatchObject({ at: start });
  });

  it.each(['554 5.7.1 relay denied', '550 5.7.1 blocked'])(
    'for another reason ends the mail and marks nobody: %s',
    async (answer) => {
      expect(await refused(toSignatory(start), answer)).toMatchObject({ state: 'dead', cause: 'message' });
      expect(await problemOf()).toBeNull();
      expect(await bannerOf(token)).toBeUndefined();
    },
  );

  it('for a former address marks nobody: staff changed it while the mail was on its way', async () => {
    const item = toSignatory(start);
    await refused({ ...item, to: { ...item.to, email: newAddress() } }, '550 5.1.1 mailbox unknown');
    expect(await problemOf()).toBeNull();
  });
});

describe('an address in error', () => {
  it('is marked by staff alone, once, with what the bounce says', async () => {
    expect(codeOf(await act(flag, token))).toBe('staff-only');
    expect(codeOf(await act({ ...flag, reason: ' ' }, staff.token))).toBe('reason-missing');
    expect(codeOf(await act(flag, staff.token))).toBeNull();
    expect(codeOf(await act(flag, staff.token))).toBe('address-marked');
    expect(await problemOf()).toMatchObject({ reason: flag.reason, byName: 'Camille Roux' });
    const { people } = await peopleSeenBy(staff.token, organisationOf(laureate));
    expect(people).toMatchObject([{ addressProblem: { reason: flag.reason } }]);
  });

  it('is right after all when its owner says so: a mail leaves to it, once, and the banner is gone', async () => {
    expect(codeOf(await act(clear, token))).toBe('address-not-marked');
    await act(flag, staff.token);
    expect(codeOf(await act(clear, token))).toBeNull();
    expect(await bannerOf(token)).toBeUndefined();
    expect(codeOf(await act(clear, token))).toBe('address-not-marked');
    await inbox.awaitMessage(laureate.email, 'arrivent bien');
    expect(await inbox.messages(laureate.email)).toHaveLength(1);
  });

  it('is not confirmed by a colleague', async () => {
    const other = await cameOnce(await invitedTo(organisationOf(laureate), 'signatory', token));
    await act(flag, staff.token);
    expect(codeOf(await act(clear, other))).not.toBeNull();
    expect(await problemOf()).not.toBeNull();
  });

  it('is right when its owner signs in by a mail sent there since', async () => {
    await act(flag, staff.token);
    await expectCall('requestSignIn', { email: laureate.email, next: '/laureat' }, null);
    expect(codeOf(await exchange(await mailedToken(laureate.email, /lien de connexion/)))).toBeNull();
    expect(await problemOf()).toBeNull();
  });

  it('is left with the address: another one is in no error, and what died on its way to the first goes there', async () => {
    await act(flag, staff.token);
    const mail = await dead();
    const email = newAddress();
    expect(codeOf(await act({ action: 'changeEmail', email, reason: 'Par téléphone.' }, staff.token))).toBeNull();
    expect(await problemOf()).toBeNull();
    expect(await get(firestore, outbox, mail.id)).toMatchObject({ state: 'dead', to: { email } });
    expect(codeOf(await incident('replay', mail))).toBeNull();
    await vi.waitFor(async () => expect((await get(firestore, outbox, mail.id))?.state).toBe('sent'), 20_000);
    await inbox.awaitMessage(email, 'Rôle changé');
    await inbox.awaitMessage(laureate.email, 'adresse de courriel a changé');
    expect(await inbox.messages(laureate.email)).toHaveLength(1);
  });
});

describe('the page of incidents', () => {
  const shown = async (mail: QueuedMail) => {
    const view = await expectCall('view', { name: 'incidents' }, staff.token);
    return view.name === 'incidents' ? view.mails.find(({ id }) => id === mail.id) : undefined;
  };

  it('says for whom a mail is, why it is dead, and whom to phone', async () => {
    const other = await invitedTo(organisationOf(laureate), 'contributor', token);
    await cameOnce(other);
    const mail = await dead();
    expect(await shown(mail)).toMatchObject({
      ...{ recipient: 'Anne Le Goff', organisation: laureate.name, cause: 'address', alike: 1, addressMarked: false },
      call: [{ as: 'colleague', phone: null }],
      peoplePath: expect.stringContaining(laureate.laureateId),
    });
    await act({ action: 'setPhone', phone: '06 11 22 33 44' }, staff.token, other);
    expect(await shown(mail)).toMatchObject({ call: [{ as: 'colleague', phone: '06 11 22 33 44' }] });
    await act({ action: 'setPhone', phone: '06 99 88 77 66' }, token);
    expect(await shown(mail)).toMatchObject({ call: [{ as: 'oneself', phone: '06 99 88 77 66' }] });
    expect(codeOf(await act({ action: 'setPhone', phone: 'demain' }, token))).toBe('phone-invalid');
  });

  it('marks the address of a dead mail in one press, by staff alone, once', async () => {
    const mail = await dead();
    expect(codeOf(await incident('flagAddress', mail, token))).toBe('staff-only');
    expect(codeOf(await incident('flagAddress', mail))).toBeNull();
    expect(await problemOf()).toMatchObject({ byName: 'Camille Roux' });
    expect(await shown(mail)).toMatchObject({ addressMarked: true });
    expect(codeOf(await incident('flagAddress', mail))).toBe('address-marked');
  });

  it('marks nobody for an address that is of no account', async () => {
    const mail = { ...mailTo(newAddress()), state: 'dead', attempt: 1, problem: '550 5.1.1' } as const;
    await queue(mail);
    expect(codeOf(await incident('flagAddress', mail))).toBe('address-of-nobody');
  });

  it('sends all of one address again, and nothing of another', async () => {
    const [first, second] = [await dead(), await dead()];
    const stranger = { ...mailTo(newAddress()), state: 'dead', attempt: 1, problem: '550 5.1.1' } as const;
    await queue(stranger);
    expect(await shown(first)).toMatchObject({ alike: 2 });
    expect(codeOf(await incident('replayAll', first))).toBeNull();
    expect(codeOf(await incident('replayAll', first))).toBe('incident-closed');
    await vi.waitFor(async () => {
      await sweep('sweepMails');
      const states = await Promise.all(
        [first, second].map(async ({ id }) => (await get(firestore, outbox, id))?.state),
      );
      expect(states).toEqual(['sent', 'sent']);
    }, 30_000);
    expect(await inbox.messages(laureate.email)).toHaveLength(2);
    expect((await get(firestore, outbox, stranger.id))?.state).toBe('dead');
  });
});
