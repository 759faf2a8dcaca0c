import type { Threat } from '../threats.ts';

/** Names of parts that hold programs, in Word, Excel, PowerPoint and LibreOffice documents. */
export const programParts = [
  /(?:^|\/)vba(?:project|data)/i,
  /(?:^|\/)(?:macrosheets|dialogsheets|activex|customui)\//i,
  /^(?:basic|scripts)\//i,
  /\.(?:docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppam|ppsm|sldm)$/i,
  /\.(?:exe|dll|scr|com|bat|cmd|ps1|js|jse|vbs|vbe|wsf|hta|msi|jar|class|lnk|reg|cpl|sh|html?|svgz)$/i,
] as const;

/** Bytes that a program begins with. */
export const programHeads = ['MZ', '\x7fELF', '#!', '\xca\xfe\xba\xbe'] as const;

/** What says, anywhere in a part, that it runs something. UTF-16 names are those of an OLE package's parts. */
export const signs: readonly { readonly bytes: Buffer; readonly threat: Threat }[] = [
  { bytes: Buffer.from('Ole10Native', 'utf16le'), threat: 'office-macros' },
  { bytes: Buffer.from('_VBA_PROJECT', 'utf16le'), threat: 'office-macros' },
  { bytes: Buffer.from('vnd.sun.star.script:'), threat: 'office-macros' },
  { bytes: Buffer.from('macroEnabled'), threat: 'office-macros' },
  { bytes: Buffer.from('ms-office.vbaProject'), threat: 'office-macros' },
  { bytes: Buffer.from('manifest:encryption-data'), threat: 'office-password' },
];

const openXml = 'application/vnd.openxmlformats-officedocument';
/** The main part's type of an OOXML package, and what the package is then. */
export const openXmlTypes = new Map(
  (['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'] as const).map((name) => [
    `${openXml}.${name}.main+xml`,
    `${openXml}.${name}`,
  ]),
);
/** What the part `mimetype` of an OpenDocument says. */
export const openDocumentTypes: ReadonlySet<string> = new Set(
  ['text', 'spreadsheet', 'presentation'].map((name) => `application/vnd.oasis.opendocument.${name}`),
);

/** Relationships that a reader follows by itself when it opens the document. */
const followed = /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath|package|control)$/i;
const remote = /^(?:https?|ftp|mhtml|mk|ms-\w+|webdav|ldap):|^\\\\|^\/\/|^file:(?:\/\/|\\\\)[^/\\]|^file:\/{4,}/i;

/** Whether a part of relationships names something elsewhere that opens with the document. Links to click on are fine. */
export function opensElsewhere(relationships: string): boolean {
  return [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(([element]) => {
    const type = attribute(element, 'Type');
    return (
      attribute(element, 'TargetMode') === 'External' &&
      followed.test(type) &&
      remote.test(attribute(element, 'Target'))
    );
  });
}

function attribute(element: string, name: string): string {
  const [, , value = ''] = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`, 's').exec(element) ?? [];
  return value
    .replaceAll(/&#x([\da-f]{1,6});/gi, (_entity, digits: string) => character(Number.parseInt(digits, 16)))
    .replaceAll(/&#(\d{1,7});/g, (_entity, digits: string) => character(Number(digits)))
    .replaceAll('&amp;', '&')
    .trim();
}

function character(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
