import { can } from '../../domain/access/policy.ts';
import { HOUR } from '../../domain/calendar.ts';
import { refuse } from '../../domain/refusal.ts';
import type { TemplateCommand } from '../../domain/templates/decide.ts';
import type { EditableTemplateName, TemplateCheck } from '../../domain/templates/templates.ts';
import { withinLimit } from '../../store/rate-limits.ts';
import { actOnTemplate } from '../../store/templates/templates.ts';
import { callable } from '../callable.ts';
import { origin } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { previewTemplateInput, saveTemplateInput } from '../inputs-templates.ts';

/** Staff write, publish or take back a document's template: `domain/templates/decide.ts` decides. */
export const saveTemplate = callable<'saveTemplate'>(
  saveTemplateInput,
  async ({ operationId, template, ...command }, { actor, now }) => {
    const refusal = can(actor, { action: 'manageTemplates' });
    if (refusal) return refusal;
    const { templateSources } = await import('../../documents/template-sources.generated.ts');
    const builtIn = templateSources[template];
    const checkOf = await checkingOf(template, command.action);
    return actOnTemplate(firestore(), { actor, operationId, template, command, builtIn, checkOf, now });
  },
);

/** The documents and Handlebars' compiler are loaded where a text would be in force: a draft may be wrong. */
async function checkingOf(template: EditableTemplateName, action: TemplateCommand['action']) {
  if (action === 'saveDraft' || action === 'discardDraft') return (): TemplateCheck => ({ faults: [], missing: [] });
  const { checkTemplate } = await import('../../documents/template-check.ts');
  return (source: string) => checkTemplate(template, source);
}

/** A text is tried at each pause of who types it: an hour of typing has some hundreds. */
const limit = { name: 'template-preview', most: 1_200, windowMs: HOUR } as const;
const tooMany = refuse(
  'too-many-documents',
  'Ce texte a été essayé un très grand nombre de fois en une heure : l’aperçu reprend dans une heure. Votre texte est resté sur la page.',
);

export const previewTemplate = callable<'previewTemplate'>(previewTemplateInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'manageTemplates' });
  if (refusal) return refusal;
  if (!(await withinLimit(firestore(), limit, actor.uid, now))) return tooMany;
  const { previewTemplate: preview } = await import('../preview-template.ts');
  return preview(firestore(), { actor, input, origin: origin.value(), now });
});
