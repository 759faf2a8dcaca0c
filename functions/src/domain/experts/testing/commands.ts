import type { ExpertCommand, Interview } from '../decisions.ts';

export const interview: Interview = {
  day: '2023-02-10',
  withWhom: 'Noé Martin',
  byWhom: 'Camille Roux',
  summary: 'Une expérience réelle, hors des tiers-lieux.',
};

/** A decision with everything it needs; `message` to leave it out or to say another. */
export function commandOf(decision: ExpertCommand['decision'], message = 'Parce que.'): ExpertCommand {
  switch (decision) {
    case 'publish':
    case 'admitUnlisted':
      return { decision, message, interview: null };
    case 'reject':
      return { decision, message, interview };
    case 'return':
      return { decision, message, interview: null, remarks: {} };
    case 'recordInterview':
      return { decision, interview };
    case 'confirmCard':
    case 'comeBack':
      return { decision };
    default:
      return { decision, message };
  }
}
