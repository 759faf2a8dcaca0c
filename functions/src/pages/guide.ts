import { Marked, type Tokens } from 'marked';
import { spaced } from '../domain/french-spacing.ts';
import { heading } from './frame.ts';
import { Html, html } from './html.ts';

interface Picture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Where a guide is shown. */
export interface GuideAround {
  /** The page that shows another guide, by its file; null for what this site does not show, which no guide may lead to. */
  readonly pageOf: (file: string) => string | null;
  /** Null for one that is not there: the page is whole without it. */
  readonly pictureOf: (file: string) => Picture | null;
}

/** Wider than a phone. */
const WIDE = 480;

/**
 * A guide of ours, in Markdown, as a page: its first heading becomes the page's, under which its sections are listed. Only what we wrote goes through
 * here: markup in it is kept. The build calls it, and no function.
 */
export function guideBody(source: string, around: GuideAround): Html {
  const [, title = '', text = ''] = /^# (.+)\n([\s\S]*)$/.exec(spaced(source)) ?? [];
  const reader = readerFor(around);
  const sections = reader.lexer(text).filter((token): token is Tokens.Heading => token.type === 'heading');
  const contents = sections.map(({ text }) => html`<li><a href="#${anchorOf(text)}">${text}</a></li>`);
  return html`${heading(title)}
<nav aria-label="Dans ce guide"><ul class="plain-list guide-contents">${contents}</ul></nav>
<div class="guide">${new Html(reader.parse(text, { async: false }))}</div>`;
}

function readerFor({ pageOf, pictureOf }: GuideAround): Marked {
  return new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      image: ({ href, text }) => pictureMarkup(pictureOf(href), text),
      link({ href, tokens }) {
        const words = new Html(this.parser.parseInline(tokens));
        const page = pageOf(href);
        // Left as bare words, it would name a file that nobody who reads the page can open.
        if (page === null) throw new Error(`a guide leads to ${href}, which the site does not show`);
        return html`<a href="/${page}">${words}</a>`.markup;
      },
      table(token) {
        const words = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens);
        const heads = token.header.map((cell) => `<th scope="col">${words(cell)}</th>`).join('');
        const rows = token.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${words(cell)}</td>`).join('')}</tr>`);
        return `<table class="table"><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`;
      },
    },
  });
}

function pictureMarkup(picture: Picture | null, words: string): string {
  if (picture === null) return '';
  const { address, width, height } = picture;
  const wide = width > WIDE && html` class="picture-wide"`;
  return html`<span${wide}><img src="${address}" alt="${words}" width="${width}" height="${height}" loading="lazy"></span>`
    .markup;
}

/** As the sites that show Markdown make it, but for accents, which addresses carry badly. */
function anchorOf(title: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
