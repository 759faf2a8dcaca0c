import { can } from '../../domain/access/policy.ts';
import { actOnIncident } from '../../store/incidents/act.ts';
import { callable } from '../callable.ts';
import { mailSecrets, sealSecrets } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { incidentActionInput } from '../inputs-incidents.ts';
import { works } from '../works/works.ts';

/** Staff do again what a trigger could not do, or set it aside. One at a time: it may read hostile bytes, or draw a PDF. */
export const incidentAction = callable<'incidentAction'>(
  incidentActionInput,
  async (input, { actor, now }) =>
    can(actor, { action: 'handleIncidents' }) ??
    actOnIncident(firestore(), {
      ...{ actor, input, now },
      run: async (trigger, subject) => (await works[trigger]()).run(subject),
    }),
  { concurrency: 1, secrets: [...sealSecrets, ...mailSecrets] },
);
