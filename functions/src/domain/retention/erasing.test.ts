import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from './collections.ts';
import { ERASED_NAME, type Erased, withoutPerson } from './erasing.ts';

const person: Erased = {
  uid: 'u1',
  name: 'Maëlle Canari',
  earlierNames: ['Maële Canary'],
  email: 'maelle@canari.test',
  earlierEmails: ['maelle@avant.test'],
  phone: '06 11 22 33 44',
  ownNames: new Set(['Maëlle Canari', 'Maële Canary']),
  fileIds: new Set(['f1']),
  decidedFileIds: new Set(['f9']),
};
const homonym: Erased = { ...person, ownNames: new Set() };
const fieldsOf = (path: string, fields: Record<string, unknown>, who = person) => {
  const outcome = withoutPerson(path, fields, who);
  return outcome.kind === 'changed' ? outcome.fields : outcome.kind;
};

describe('A document of the ten years', () => {
  it.each(collectionNames.filter((name) => collections[name].erasure.kind === 'kept'))(
    'keeps every word: %s',
    (name) => {
      const path = name
        .split('/')
        .map((part) => `${part}/u1`)
        .join('/');
      expect(withoutPerson(path, { by: { uid: 'u1', name: person.name }, reason: person.email }, person).kind).toBe(
        'same',
      );
    },
  );

  it('keeps the notice of a decision, and not the other mails to the person', () => {
    const to = { uid: 'u1', email: person.email, name: person.name };
    expect(fieldsOf('outbox/a', { mail: 'validationNotice', to })).toBe('same');
    expect(fieldsOf('outbox/a', { mail: 'reminder', to })).toBe('clear');
  });

  it('keeps what a decision may rest on, and not what was exchanged', () => {
    expect(fieldsOf('files/f', { piece: 'devis', ownerUid: 'u1' })).toBe('same');
    expect(fieldsOf('files/f', { piece: 'attachment', ownerUid: 'u1' })).toBe('delete');
    expect(fieldsOf('files/f', { piece: 'attachment', ownerUid: 'u2' })).toBe('same');
  });

  it('keeps a summary that we made, without the name of who asked for it', () => {
    const made = { piece: 'summary', ownerName: person.name };
    expect(fieldsOf('files/f', { ...made, ownerUid: 'u1' })).toMatchObject({ ownerName: ERASED_NAME });
    expect(fieldsOf('files/f', { ...made, ownerUid: 'u2' })).toBe('same');
    expect(fieldsOf('files/f', { piece: 'working', ownerUid: 'u1' })).toBe('delete');
  });

  it('keeps who opened what was decided on, and no longer who opened the rest', () => {
    const line = { uid: 'u1', name: person.name, fileName: 'plan.pdf' };
    expect(fieldsOf('accessLog/a', { ...line, fileId: 'f9' })).toBe('same');
    expect(fieldsOf('accessLog/a', { ...line, fileId: 'f2' })).toMatchObject({
      name: ERASED_NAME,
      fileName: 'plan.pdf',
    });
    expect(fieldsOf('accessLog/a', { ...line, fileId: 'f1' })).toMatchObject({ fileName: 'Document effacé' });
  });
});

describe("The person's own documents", () => {
  it.each(['accounts/u1', 'accounts/u1/drafts/note', 'laureates/l/members/u1', 'operations/u1_0f'])(
    'go: %s',
    (path) => {
      expect(fieldsOf(path, { uid: 'u1' })).toBe('delete');
    },
  );

  it('go, and those of somebody else whose id begins alike stay', () => {
    expect(fieldsOf('operations/u12_0f', { result: null })).toBe('same');
    expect(fieldsOf('accounts/u2', { uid: 'u2', name: 'Zoé Martin' })).toBe('same');
  });

  it.each(['accounts/u2', 'laureates/l/members/u2', 'experts/e/members/u2'])(
    'go, and who somebody else is stays, whatever both have in common: %s',
    (path) => {
      const pierre = { ...person, name: 'Pierre Martin', ownNames: new Set(['Pierre Martin']), email: 'pierre@lab.fr' };
      for (const [name, email] of [
        ['Jean-Pierre Martin', 'jean-pierre@lab.fr'],
        ['Pierre MARTIN', 'jean.pierre@lab.fr'],
        ['Pierre Martin', 'pierre@lab.fr'],
      ]) {
        const fields = { uid: 'u2', name, email, phone: person.phone };
        expect(fieldsOf(path, fields, pierre)).toBe('same');
        expect(fieldsOf(path, { ...fields, memberships: [{ given: { byName: 'Pierre Martin' } }] }, pierre)).toEqual({
          ...fields,
          memberships: [{ given: { byName: ERASED_NAME } }],
        });
      }
    },
  );

  it('go with the name and the address of nobody who is called nearly the same', () => {
    const pierre = { ...person, name: 'Pierre Martin', ownNames: new Set(['Pierre Martin']), email: 'pierre@lab.fr' };
    const about = 'Jean-Pierre Martin (jean-pierre@lab.fr, jean.pierre@lab.fr)';
    expect(fieldsOf('tasks/t', { about }, pierre)).toBe('same');
    expect(fieldsOf('tasks/t', { about: `${about} et Pierre Martin` }, pierre)).toEqual({
      about: `${about} et Personne effacée`,
    });
  });
});

describe('A document of others', () => {
  it('loses the name, the address and the telephone, in a field or in a sentence', () => {
    expect(
      fieldsOf('tasks/t', {
        about: 'Maëlle Canari, maelle@canari.test (06 11 22 33 44) ne répond pas',
        closedBy: null,
      }),
    ).toEqual({ about: 'Personne effacée, adresse effacée (téléphone effacé) ne répond pas', closedBy: null });
    expect(fieldsOf('invitations/i', { name: person.name, email: 'Maelle@Canari.test' })).toEqual({
      name: ERASED_NAME,
      email: '',
    });
  });

  it('loses the addresses that the person had before too', () => {
    expect(fieldsOf('tasks/t', { about: 'Avant : maelle@avant.test.', to: 'Maelle@avant.test' })).toEqual({
      about: 'Avant : adresse effacée.',
      to: '',
    });
    expect(fieldsOf('outbox/a', { mail: 'reminder', to: { uid: null, email: 'maelle@avant.test' } })).toBe('clear');
  });

  it('loses the names that were corrected since, whichever holds another', () => {
    const married = { ...person, name: 'Maëlle Canari Roy', earlierNames: ['Maëlle Canari'] };
    const erased = { ...married, ownNames: new Set(['Maëlle Canari Roy', 'Maëlle Canari']) };
    const about = 'Maëlle Canari, puis Maëlle Canari Roy';
    expect(fieldsOf('tasks/t', { about, closedBy: 'Maëlle Canari' }, erased)).toEqual({
      about: `${ERASED_NAME}, puis ${ERASED_NAME}`,
      closedBy: ERASED_NAME,
    });
    const shared = { ...married, ownNames: new Set(['Maëlle Canari Roy']) };
    expect(fieldsOf('tasks/t', { closedBy: 'Maëlle Canari' }, shared)).toBe('same');
    expect(fieldsOf('notes/n', { by: { uid: 'u1', name: 'Maëlle Canari' } }, shared)).toEqual({
      by: { uid: 'u1', name: ERASED_NAME },
    });
  });

  it('of the erasures that the person decided on loses its name, and of nobody else', () => {
    const request = { uid: 'u2', decidedBy: person.name, person: { name: person.name, email: person.email } };
    expect(fieldsOf('erasureRequests/u2', request)).toEqual({ ...request, decidedBy: ERASED_NAME });
    expect(fieldsOf('erasureRequests/u1', { ...request, decidedBy: 'Inès Roy' })).toBe('same');
  });

  it('is not written to where the person is not in it', () => {
    expect(fieldsOf('tasks/t', { about: 'Maëlle Canarison', bytes: new Uint8Array([1]) })).toBe('same');
  });

  it('keeps the name of somebody else who is called the same', () => {
    expect(fieldsOf('notes/n', { by: { uid: 'u2', name: person.name }, withWhom: person.name }, homonym)).toBe('same');
    expect(fieldsOf('notes/n', { by: { uid: 'u1', name: person.name }, text: 'x' }, homonym)).toEqual({
      by: { uid: 'u1', name: ERASED_NAME },
      text: 'x',
    });
    expect(
      fieldsOf('experts/e/drafts/d', { by: { uid: 'u2' }, editors: { u1: { name: person.name } } }, homonym),
    ).toEqual({
      by: { uid: 'u2' },
      editors: { u1: { name: ERASED_NAME } },
    });
  });

  it('is a draft of its company, whoever saved it last: it loses the name alone', () => {
    const draft = { text: 'Rapport', by: { uid: 'u1', name: person.name }, before: { text: 'R', byName: person.name } };
    expect(fieldsOf('experts/e/drafts/report', draft)).toEqual({
      text: 'Rapport',
      by: { uid: 'u1', name: ERASED_NAME },
      before: { text: 'R', byName: ERASED_NAME },
    });
    expect(fieldsOf('experts/e/drafts/report', { ...draft, before: null }, homonym)).toMatchObject({
      by: { uid: 'u1', name: ERASED_NAME },
    });
  });

  it('loses the words that the person wrote, and keeps those of the others', () => {
    const said = { text: 'Bonjour', fileIds: ['f1', 'f2'] };
    expect(fieldsOf('missions/m/messages/a', { ...said, by: { uid: 'u1', name: person.name } })).toEqual({
      by: { uid: 'u1', name: ERASED_NAME },
      text: 'Texte effacé à la demande de son auteur.',
      fileIds: ['f2'],
    });
    expect(fieldsOf('missions/m/messages/a', { ...said, by: { uid: 'u2', name: 'Zoé' } })).toBe('same');
  });

  it('of a laureate loses its referent alone', () => {
    const laureate = { name: 'Maëlle Canari', referent: { uid: 'u1', phone: '06' } };
    expect(fieldsOf('laureates/l', laureate)).toEqual({ name: 'Maëlle Canari', referent: null });
    expect(fieldsOf('laureates/l', { ...laureate, referent: { uid: 'u2', phone: '06' } })).toBe('same');
  });

  it('of a company loses who invited it or decided on it; its own name may be anybody’s', () => {
    const expert = {
      company: 'Maëlle Canari',
      contact: { name: 'Maëlle Canari' },
      invitedBy: { byName: 'Maëlle Canari' },
      review: null,
    };
    expect(fieldsOf('experts/e', expert)).toEqual({ ...expert, invitedBy: { byName: ERASED_NAME } });
    expect(fieldsOf('experts/e', { ...expert, invitedBy: null })).toBe('same');
  });

  it('is done once: a walk that begins again changes nothing more', () => {
    const after = fieldsOf('tasks/t', { about: person.name, closedBy: person.email });
    expect(typeof after === 'string' ? after : withoutPerson('tasks/t', after, person).kind).toBe('same');
  });
});
