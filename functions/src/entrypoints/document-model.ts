import type { Firestore } from 'firebase-admin/firestore';
import type { Model } from '../documents/model.ts';
import type { EditableTemplateName } from '../domain/templates/templates.ts';
import { BUILT_IN } from '../domain/templates/versions.ts';
import { sourceOf, versionInForce } from '../store/templates/templates.ts';

/** The text that a document is made from, and its number, to keep with it. */
export interface ModelInForce {
  readonly model: Model;
  readonly version: number;
}

/** What was in force at an instant (1 read, and 1 the first time that a process meets a version). Handlebars’ compiler is loaded for texts of staff alone. */
export async function modelInForce(
  firestore: Firestore,
  template: EditableTemplateName,
  at: number,
): Promise<ModelInForce> {
  const [version, { builtInModel, versionModel }] = await Promise.all([
    versionInForce(firestore, template, at),
    import('../documents/model.ts'),
  ]);
  if (version === BUILT_IN) return { model: builtInModel, version };
  const { publishedTemplate } = await import('../documents/edited-templates.ts');
  const read = () => sourceOf(firestore, template, { version, builtIn: '' });
  return { model: versionModel(version, await publishedTemplate(template, version, read)), version };
}
