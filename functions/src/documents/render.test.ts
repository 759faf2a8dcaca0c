import { describe, expect, it } from 'vitest';
import type { TemplateName } from './contexts.ts';
import { renderDocument } from './render.ts';
import { look } from './testing/raster.ts';
import { issuedAtMs, samples } from './testing/samples.ts';

const templates = ['diagnostic', 'report', 'attestation', 'devis-sample'] as const satisfies readonly TemplateName[];

describe.each(templates)('%s', (template) => {
  const bytes = renderDocument(template, samples[template], { issuedAtMs });

  it('is the same bytes for the same context and instant', () => {
    expect(renderDocument(template, samples[template], { issuedAtMs })).toEqual(bytes);
  });

  it('prints every page', async () => {
    for (const { ink } of await look(bytes)) expect(ink).toBeGreaterThan(1);
  });
});
