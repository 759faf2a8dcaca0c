import type { Participant } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { wholeBase } from '@sur-mesure/functions/domain/subsidy/funded';
import { positionOf } from '@sur-mesure/functions/domain/subsidy/position';
import type { Share } from '@sur-mesure/functions/domain/subsidy/share';
import { handedIn, submission } from './fixtures.ts';

const participant = (laureateId: string, name: string, validated = false): Participant => ({
  laureateId,
  name,
  status: 'joined',
  noteVersion: 1,
  validated,
  confirmed: false,
  feedbackGiven: false,
  leftAt: null,
});

/** Shared by two laureates, one of which has validated. */
export const mission = handedIn('awaiting_validation', {
  need: 'Revoir les tarifs de l’atelier',
  expert: { expertId: 'e1', name: 'Camille Roy', declarations: [] },
  participants: { lac: participant('lac', 'Atelier du Lac', true), bois: participant('bois', 'Fabrique du Bois') },
  laureateIds: ['lac', 'bois'],
  submission: { ...submission, plannedEnd: '2027-01-31' },
});

/** The part of « Fabrique du Bois ». */
export function share(status: Share['status']): Share {
  return {
    missionId: 'm1',
    laureateId: 'bois',
    expertId: 'e1',
    expertName: 'Camille Roy',
    needId: mission.needId,
    need: mission.need,
    subthemes: [],
    missionState: 'awaiting_report',
    since: 0,
    version: 1,
    status,
    base: wholeBase,
    shareCents: 300_000,
    fundedCents: 300_000,
    subsidyCents: 0,
    ownCents: 0,
    finalCents: 0,
    amendment: null,
  };
}

/** What a signatory of « Fabrique du Bois » is shown. */
export function whole(own: Share | null): MissionView {
  return {
    mission,
    reader: 'signatory',
    laureateId: 'bois',
    events: [],
    files: [],
    links: [],
    proofs: [],
    mayShare: false,
    otherExperts: [],
    sameNeed: [],
    unreadMessages: 0,
    actions: [],
    expectedBefore: null,
    reminders: null,
    onBehalf: [],
    share: own,
    balance: { ...positionOf([], []), remainingCents: 50_000 },
    proposed: null,
    submitted: null,
    amounts: null,
    parts: [],
    changes: null,
    warnings: [],
    notes: [],
    dossiers: [],
    invoices: { rows: [], invoiceable: [] },
    forms: {},
    diagnosticForm: null,
    settings: defaultSettings,
  };
}
