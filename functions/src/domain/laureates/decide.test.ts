import { describe, expect, it } from 'vitest';
import { wholeBase } from '../subsidy/funded.ts';
import { laureateActionNames, laureateRowOf } from './actions.ts';
import { actionsOnLaureate } from './decide.ts';
import type { LaureateActionName, LaureateCommand, LaureateStanding } from './facts.ts';
import { entityOn, type Laureate, type LaureateStatus, laureateStatuses } from './laureate.ts';
import { codeOf, decided } from './testing/decisions.ts';
import { atelier, factsOf, goodCommands, member, now, opened, others, scic, staff } from './testing/records.ts';

const statuses: readonly LaureateStatus[] = ['active', 'suspended', 'withdrawn', 'merged'];
/** The record as the action needs it. */
const ready = (action: LaureateActionName, status: LaureateStatus): Laureate => ({
  ...{ ...atelier, status, openToSharing: action === 'closeToSharing' ? opened : null },
});
const everybody = { staff, ...others };
const standings: Readonly<Record<string, LaureateStanding>> = {
  staff: 'staff',
  signatory: 'member',
  contributor: 'member',
};
/** Somebody whom the row names. */
const doerOf = (action: LaureateActionName) => (laureateRowOf(action).by.includes('staff') ? staff : member);

describe('Every action on a laureate, from every status, by everybody', () => {
  it('the statuses walked are all there are', () => expect(statuses).toEqual(Object.keys(laureateStatuses)));

  it.each(Object.entries(everybody))('%s: what the rows give them, from the statuses of the row', (name, actor) => {
    const standing = standings[name] ?? 'other';
    for (const action of laureateActionNames) {
      const { by, from } = laureateRowOf(action);
      const closed = standing === 'member' ? 'laureate-not-active' : 'wrong-status';
      const stranger = by.includes('staff') ? 'staff-only' : 'members-only';
      for (const status of statuses) {
        const code = codeOf(factsOf({ actor, laureate: ready(action, status) }), goodCommands[action]);
        const expected = from.includes(status) ? null : closed;
        expect(code, `${action}, ${status}`).toBe(by.includes(standing) ? expected : stranger);
      }
    }
  });

  it('is a button of the record for staff alone, and a consent for nobody of them', () => {
    for (const actor of Object.values(others)) expect(actionsOnLaureate(factsOf({ actor }))).toEqual([]);
    const buttons: readonly LaureateActionName[] = actionsOnLaureate(factsOf());
    expect(buttons).toContain('suspend');
    expect(buttons).not.toContain('openToSharing');
  });

  it('leads to the status of its row, with since when, by whom and why; or leaves it', () => {
    for (const action of laureateActionNames) {
      const { from, to } = laureateRowOf(action);
      const [status = 'active'] = from;
      const actor = doerOf(action);
      const { laureate, reason } = decided(factsOf({ actor, laureate: ready(action, status) }), goodCommands[action]);
      expect(laureate.status).toBe(to === 'same' ? status : to);
      const standing = { since: factsOf().now, byName: staff.name, reason };
      expect(laureate.standing).toEqual(to === 'same' ? undefined : standing);
    }
  });

  it('is not done without a reason where its row asks for one', () => {
    for (const action of laureateActionNames) {
      if (laureateRowOf(action).reason === 'never') continue;
      const [status = 'active'] = laureateRowOf(action).from;
      const facts = factsOf({ actor: doerOf(action), laureate: ready(action, status) });
      const command: LaureateCommand = goodCommands[action];
      if (!('reason' in command)) throw new Error(`${action} has no room for its reason`);
      expect(codeOf(facts, { ...command, reason: ' ' }), action).toBe('reason-missing');
      expect(codeOf(facts, command), action).toBeNull();
    }
  });

  it('is confirmed in red where it stops the laureate', () => {
    expect(laureateActionNames.filter((action) => laureateRowOf(action).confirm)).toEqual([
      'suspend',
      'withdrawLabel',
      'transferEntity',
    ]);
  });
});

const { changeLegalEntity, correctLegalEntity, setFundedBase, openToSharing, closeToSharing } = goodCommands;

describe('A transfer that waits for its second person', () => {
  const { withdrawTransfer } = goodCommands;
  const waiting = atelier.takeover;
  if (!waiting) throw new Error('a transfer waits');

  it('is withdrawn by who proposed it, and nothing but the proposal changes', () => {
    expect(decided(factsOf(), withdrawTransfer).laureate).toEqual({ ...atelier, takeover: null });
  });

  it.each([
    ['that nobody proposed', 'no-proposal', null],
    ['that somebody else proposed', 'not-your-proposal', { ...waiting, byUid: 'ines', byName: 'Inès Garnier' }],
    ['of which a part is done', 'transfer-started', { ...waiting, startedAt: now }],
  ] as const)('%s is not withdrawn, and shows no button', (_name, code, takeover) => {
    const facts = factsOf({ laureate: { ...atelier, takeover } });
    expect(codeOf(facts, withdrawTransfer)).toBe(code);
    expect(actionsOnLaureate(facts)).not.toContain('withdrawTransfer');
    expect(actionsOnLaureate(factsOf())).toContain('withdrawTransfer');
  });
});

describe('The legal entities of a laureate', () => {
  it('are kept: each answers for its own days, and the newest gives the name', () => {
    const { laureate } = decided(factsOf(), changeLegalEntity);
    expect(laureate.name).toBe('SCIC Atelier du Lac');
    expect(laureate.legalEntities).toEqual([...atelier.legalEntities, { ...scic, fundedBase: wholeBase }]);
    expect(entityOn(laureate, '2021-12-31')?.name).toBe('Lac en commun');
    expect(entityOn(laureate, '2023-04-30')?.name).toBe('Lac en commun');
    expect(entityOn(laureate, '2023-05-01')?.name).toBe('Atelier du Lac');
    expect(entityOn(laureate, '2024-02-29')?.name).toBe('Atelier du Lac');
    expect(entityOn(laureate, '2024-03-01')?.name).toBe('SCIC Atelier du Lac');
  });

  it('are corrected in their place: an old one leaves the name as it is, the newest changes it', () => {
    const old = decided(factsOf(), correctLegalEntity).laureate;
    expect(old.legalEntities[0]).toMatchObject({ name: 'SCIC Atelier du Lac', from: '2022-02-01' });
    expect(old.name).toBe('Atelier du Lac');
    const newest = decided(factsOf(), { ...correctLegalEntity, position: 1, name: 'L’Atelier du Lac' }).laureate;
    expect(newest.name).toBe('L’Atelier du Lac');
    expect(newest.legalEntities).toHaveLength(2);
  });

  it('have each the base of the subsidy: the one in force is changed, and the next one goes on with it', () => {
    const recovered = decided(factsOf(), setFundedBase).laureate;
    expect(recovered.legalEntities.map(({ fundedBase }) => fundedBase.kind)).toEqual(['includingVat', 'excludingVat']);
    const next = decided(factsOf({ laureate: recovered }), changeLegalEntity).laureate;
    expect(next.legalEntities.at(-1)).toMatchObject({
      name: 'SCIC Atelier du Lac',
      fundedBase: { kind: 'excludingVat' },
    });
    const part = { kind: 'coefficient', deductibleTenThousandths: 6_000 } as const;
    const inPart = decided(factsOf({ laureate: recovered }), { ...setFundedBase, fundedBase: part }).laureate;
    expect(inPart).toEqual({
      ...recovered,
      legalEntities: [recovered.legalEntities[0], { ...recovered.legalEntities[1], fundedBase: part }],
    });
    expect(
      codeOf(factsOf({ laureate: inPart }), {
        ...setFundedBase,
        fundedBase: { ...part, deductibleTenThousandths: 6_001 },
      }),
    ).toBeNull();
    expect(codeOf(factsOf({ laureate: inPart }), { ...setFundedBase, fundedBase: part })).toBe('base-unchanged');
  });
});

describe('Being open to sharing', () => {
  it('is since when and by whose word, kept in the journal, until somebody of the laureate takes it back', () => {
    const open = decided(factsOf({ actor: member }), openToSharing);
    expect(open).toMatchObject({ done: 'openToSharing', reason: null });
    expect(open.laureate).toEqual({ ...atelier, openToSharing: { at: now, byName: member.name } });
    const closed = decided(factsOf({ actor: member, laureate: open.laureate }), closeToSharing);
    expect(closed).toMatchObject({ done: 'closeToSharing', reason: null, laureate: atelier });
  });

  it('is not given while a laureate is suspended, and is taken back all the same', () => {
    const suspended = { ...atelier, status: 'suspended', openToSharing: opened } as const;
    expect(codeOf(factsOf({ actor: member, laureate: { ...suspended, openToSharing: null } }), openToSharing)).toBe(
      'laureate-not-active',
    );
    expect(codeOf(factsOf({ actor: member, laureate: suspended }), closeToSharing)).toBeNull();
  });
});
