import type { ExpertActionCommand, ExpertCommand, Interview } from '../decisions.ts';

export const interview: Interview = {
  day: '2023-02-10',
  withWhom: 'Noé Martin',
  byWhom: 'Camille Roux',
  summary: 'Une expérience réelle, hors des tiers-lieux.',
};

/** A decision with everything it needs; `message` to leave it out or to say another. */
export function commandOf(decision: ExpertCommand['decision'], message = 'Parce que.'): ExpertCommand {
  return decision === 'comeBack' ? { decision } : actionCommandOf(decision, message);
}

/** The same, of those that are asked for by name: all but coming back, which a registration sent again makes. */
export function actionCommandOf(
  decision: ExpertActionCommand['decision'],
  message = 'Parce que.',
): ExpertActionCommand {
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
      return { decision };
    default:
      return { decision, message };
  }
}
