import { describe, expect, it } from 'vitest';
import { person, problem } from '../people/testing/organisations.ts';
import { whomToCall } from './whom-to-call.ts';

const anne = person('anne', 'signatory');
const louis = person('louis', 'contributor', { phone: '06 11 22 33 44' });
const zoe = person('zoe', 'contributor');
const called = (people: Parameters<typeof whomToCall>[0]['people'], company = null as never) =>
  whomToCall({ uid: 'anne', people, company }).map(({ name, as }) => `${name} (${as})`);
const company = { name: 'Ousmane Diarra', email: 'contact@exemple.fr', phone: '01 23 45 67 89' };

describe('Whom staff call about mails that do not reach somebody', () => {
  it('is that person, where its telephone is kept', () => {
    expect(called([{ ...anne, phone: '06 00 00 00 00' }, louis])).toEqual(['anne (oneself)']);
  });

  it('is that person too when the sheet of its company names it', () => {
    const people = [{ ...anne, email: company.email }];
    expect(whomToCall({ uid: 'anne', people, company })).toEqual([
      { name: 'anne', as: 'oneself', phone: company.phone, email: null },
    ]);
  });

  it('is else a colleague, one with a telephone first', () => {
    expect(called([anne, zoe, louis])).toEqual(['louis (colleague)', 'zoe (colleague)']);
  });

  it('is no colleague who left, who never came, or whom mails do not reach either', () => {
    const others = [
      { ...louis, state: 'closed' },
      { ...louis, uid: 'paul', state: 'invited' },
      { ...louis, uid: 'inès', addressProblem: problem },
    ] as const;
    expect(called([anne, ...others])).toEqual([]);
  });

  it('is the contact of the company before a colleague without a telephone', () => {
    const found = whomToCall({ uid: 'anne', people: [anne, zoe], company });
    expect(found.map(({ as, phone }) => [as, phone])).toEqual([
      ['company', company.phone],
      ['colleague', null],
    ]);
  });
});
