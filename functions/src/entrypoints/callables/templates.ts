import { can } from '../../domain/access/policy.ts';
import type { EditableTemplateName, TemplateCheck } from '../../domain/templates/templates.ts';
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
    const check = command.action === 'publish' ? await checked(template, command.source) : unchecked;
    return actOnTemplate(firestore(), { actor, operationId, template, command, builtIn, check, now });
  },
);

const unchecked: TemplateCheck = { faults: [], missing: [] };

/** The documents and Handlebars' compiler are loaded for a text that is to be published, and no other. */
async function checked(template: EditableTemplateName, source: string) {
  const { checkTemplate } = await import('../../documents/template-check.ts');
  return checkTemplate(template, source);
}

export const previewTemplate = callable<'previewTemplate'>(previewTemplateInput, async (input, { actor, now }) => {
  const refusal = can(actor, { action: 'manageTemplates' });
  if (refusal) return refusal;
  const { previewTemplate: preview } = await import('../preview-template.ts');
  return preview(firestore(), { actor, input, origin: origin.value(), now });
});
