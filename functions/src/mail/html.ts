import { french } from './french.ts';
import { type Letter, personalCode, personalLink, preferencesWords } from './letter.ts';
import { type Markup, markup } from './markup.ts';
import { parts } from './parts.ts';
import { nightStyles, styled } from './theme.ts';

/** The one layout of every mail: tables and inline styles, no image, so that nothing is lost where a program drops the rest. */
export function html(letter: Letter): string {
  return markup`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${letter.subject}</title>
<style>:root{color-scheme:light dark}${nightStyles()}</style>
</head>
<body ${styled('page')}>
<div ${styled('preview')}>${letter.lead}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" ${styled('page')}><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" ${styled('sheet')}>
<tr><td ${styled('rule')}>&nbsp;</td></tr>
<tr><td ${styled('programme')}>${letter.programmeName}</td></tr>
<tr><td ${styled('content')}>${content(letter)}</td></tr>
<tr><td ${styled('footer')}>${footer(letter)}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`.source;
}

function content(letter: Letter): Markup {
  return markup`
<p ${styled('greeting')}>${letter.greeting}</p>
<h1 ${styled('lead')}>${letter.lead}</h1>
${letter.paragraphs.map((paragraph) => markup`<p ${styled('paragraph')}>${paragraph}</p>\n`)}${code(letter)}${button(letter)}
${parts(letter.parts)}${quote(letter)}${rows(letter)}${writtenLink(letter)}`;
}

/** In one piece and without spaces: a double press takes the six digits, and nothing else. */
function code(letter: Letter): Markup | string {
  if (letter.code === null) return '';
  const { label, digits } = letter.code;
  return markup`<div ${styled('quote')}>
<p ${styled('quoteTitle')}>${label}</p>
<p ${styled('code')}>${digits}</p>
<p ${styled('codeNote')}>${personalCode}</p>
</div>
`;
}

function button({ button: { label, url } }: Letter): Markup {
  return markup`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr>
<td ${styled('buttonCell')}><a href="${url}" ${styled('button')}>${label}</a></td>
</tr></table>`;
}

/** Some programs open no link, and a careful reader wants to see where the button leads. */
function writtenLink({ button: { url, signsIn } }: Letter): Markup {
  const warning = signsIn ? markup`<br>${personalLink}` : '';
  return markup`<p ${styled('small')}>${french`Le bouton ne s’ouvre pas ? Copiez cette adresse :`}<br>
<a href="${url}" ${styled('link')}>${url}</a>${warning}</p>`;
}

function quote(letter: Letter): Markup | string {
  if (letter.quote === null) return '';
  return markup`<div ${styled('quote')}>
<p ${styled('quoteTitle')}>${letter.quote.title}</p>
<p ${styled('quoteText')}>${letter.quote.text}</p>
</div>
`;
}

function rows(letter: Letter): Markup | string {
  if (letter.rows.length === 0) return '';
  return markup`<table cellpadding="0" cellspacing="0" border="0" ${styled('rows')}>
${letter.rows.map(
  ({ name, value }) =>
    markup`<tr><th scope="row" ${styled('rowName')}>${name}</th><td ${styled('rowValue')}>${value}</td></tr>\n`,
)}</table>
`;
}

function footer(letter: Letter): Markup {
  const { contact, because } = letter;
  const called = `tel:${contact.phone.replace(/[^\d+]/g, '')}`;
  return markup`<p ${styled('small')}>${french`Une question ?`}<br>
${contact.name}, <a href="${called}" ${styled('phone')}>${contact.phone}</a><br>
<a href="mailto:${contact.email}" ${styled('link')}>${contact.email}</a></p>
<p ${styled('small')}>${because}</p>${preferences(letter)}`;
}

function preferences(letter: Letter): Markup | string {
  if (letter.preferences === null) return '';
  return markup`
<p ${styled('small')}><a href="${letter.preferences}" ${styled('link')}>${preferencesWords}</a></p>`;
}
