import { laureateRowOf, recordActionNames } from '@sur-mesure/functions/domain/laureates/actions';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import { wholeBase } from '@sur-mesure/functions/domain/subsidy/funded';
import { describe, expect, test } from 'vitest';
import { firstTyped, NOBODY, recordCommandOf, recordErrors, recordWords } from './record-words.ts';

const file: LaureateFileView = {
  laureateId: 'atelier',
  laureateName: 'Atelier du Lac',
  status: 'active',
  standing: null,
  legalEntities: [
    { from: '2022-01-10', siret: '73282932000074', name: 'Lac en commun', fundedBase: wholeBase },
    {
      from: '2023-05-01',
      siret: '55210055400013',
      name: 'Atelier du Lac',
      legalForm: 'association',
      fundedBase: wholeBase,
    },
  ],
  referent: null,
  team: [{ uid: 'ines', name: 'Inès Garnier' }],
  liveMissions: [],
  actions: [],
  journal: [],
};

describe('an action on a laureate’s record', () => {
  test('asks for a reason where the domain does, and nowhere else', () => {
    for (const action of recordActionNames) {
      if (action === 'transferEntity') continue;
      const asks: readonly string[] = recordWords[action].asks;
      expect(asks.includes('reason'), action).toBe(laureateRowOf(action).reason === 'always');
    }
  });

  test('starts from what the record says, and says what is missing beside its field', () => {
    const typed = firstTyped(file);
    expect(typed).toMatchObject({ name: 'Atelier du Lac', legalForm: 'association', siret: '55210055400013' });
    expect(recordErrors('changeLegalEntity', typed).map(({ fieldId }) => fieldId)).toEqual(['record-reason']);
    expect(
      recordErrors('changeLegalEntity', { ...typed, siret: '1', reason: 'x' }).map(({ fieldId }) => fieldId),
    ).toEqual(['record-siret']);
    expect(recordErrors('assignReferent', typed).map(({ fieldId }) => fieldId)).toEqual([
      'record-referentUid',
      'record-phone',
    ]);
    expect(recordErrors('assignReferent', { ...typed, referentUid: NOBODY })).toEqual([]);
  });

  test('is sent as the domain reads it: a SIRET without its spaces, an unknown form as none, nobody as null', () => {
    const typed = {
      ...firstTyped(file),
      siret: '443 061 841 00047',
      legalForm: 'unknown',
      reason: ' Vu en AG. ',
    } as const;
    expect(recordCommandOf('changeLegalEntity', typed)).toEqual({
      action: 'changeLegalEntity',
      from: '2023-05-01',
      siret: '44306184100047',
      name: 'Atelier du Lac',
      legalForm: null,
      reason: 'Vu en AG.',
    });
    expect(recordCommandOf('correctLegalEntity', { ...firstTyped(file, 0), reason: 'x' })).toMatchObject({
      position: 0,
      name: 'Lac en commun',
    });
    expect(recordCommandOf('assignReferent', { ...typed, referentUid: NOBODY })).toMatchObject({ uid: null });
  });

  test('on the base of the subsidy says the one in force, and asks for the part of the VAT only where there is one', () => {
    const [entity] = file.legalEntities;
    if (!entity) throw new Error('a record has an entity');
    const fundedBase = { kind: 'coefficient', deductibleTenThousandths: 6_250 } as const;
    const inPart = { ...file, legalEntities: [{ ...entity, fundedBase }] };
    expect(recordWords.setFundedBase.follows(inPart)[0]).toContain('62,5\u00a0%');
    const typed = { ...firstTyped(inPart), reason: ' Attestation reçue. ' };
    expect(recordErrors('setFundedBase', typed)).toEqual([]);
    expect(recordErrors('setFundedBase', { ...typed, deductible: 'beaucoup' })).toMatchObject([
      { fieldId: 'record-deductible' },
    ]);
    expect(recordErrors('setFundedBase', { ...typed, base: 'excludingVat', deductible: '' })).toEqual([]);
    expect(recordCommandOf('setFundedBase', typed)).toEqual({
      action: 'setFundedBase',
      fundedBase,
      reason: 'Attestation reçue.',
    });
    expect(recordCommandOf('setFundedBase', { ...typed, base: 'excludingVat' })).toMatchObject({
      fundedBase: { kind: 'excludingVat' },
    });
  });

  test('that stops a laureate says how many missions are left to decide on', () => {
    const mission = {
      missionId: 'm1',
      since: 0,
      lastReminderAt: null,
      needId: 'm1',
      need: '',
      subthemes: [],
      expertName: '',
    };
    const running = {
      ...mission,
      laureateNames: [],
      state: 'awaiting_report',
      shareCents: 1,
      validated: true,
    } as const;
    expect(recordWords.withdrawLabel.follows(file).join(' ')).toContain('Aucune mission n’est en cours');
    expect(recordWords.withdrawLabel.follows({ ...file, liveMissions: [running, running] }).join(' ')).toContain(
      '2\u00a0missions restent en cours',
    );
  });
});
