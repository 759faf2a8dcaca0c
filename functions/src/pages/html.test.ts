import { describe, expect, it } from 'vitest';
import { counted, dataBlock, html, shown } from './html.ts';

describe('Markup of ours', () => {
  it('takes whatever is put in it as a text, in a sentence as between quotes', () => {
    const hostile = `<img src=x onerror="alert(1)">'&\``;
    expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;`">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;`</p>',
    );
  });

  it('takes its own markup as it is, alone or in a list, and nothing for what is absent', () => {
    expect(html`<ul>${['a', '<b>'].map((one) => html`<li>${one}</li>`)}${null}${false}${undefined}</ul>`.markup).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>',
    );
  });

  it('sets the spaces of French on what is written in it, and leaves what is put in it as it was typed', () => {
    expect(html`Région : ${'a : b'} ?`.markup).toBe('Région\u00a0: a : b\u202f?');
    expect(html`« ${shown('a : b')} »`.markup).toBe('«\u00a0a\u00a0: b\u00a0»');
  });

  it('never lets data close the element that holds them', () => {
    const block = dataBlock({ name: '</script><script>alert(1)</script>' }).markup;
    expect(block.match(/<\/?script/g)).toHaveLength(2);
    expect(JSON.parse(block.replace(/^<script[^>]*>|<\/script>$/g, ''))).toEqual({
      name: '</script><script>alert(1)</script>',
    });
  });

  it('counts as French does', () => {
    expect([0, 1, 2, 1_250].map((count) => counted(count, 'expert'))).toEqual([
      '0\u00a0expert',
      '1\u00a0expert',
      '2\u00a0experts',
      '1\u202f250\u00a0experts',
    ]);
  });
});
