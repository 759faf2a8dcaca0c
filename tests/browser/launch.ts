import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** The carried Chromium is built for servers without a screen card: its own arguments, minus what hides failures of ours. */
const unwanted = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote'];
/** No page has WebGL: without a graphics card made of software, which otherwise draws every page, the browser takes half the processor. */
chromium.setGraphicsMode = false;

/**
 * A headless browser that needs no system package: the Chromium carried by an npm package (Linux x64), elsewhere the installed Chrome.
 * The caller closes it, and may add arguments of its own.
 */
export async function launchBrowser(added: readonly string[] = []): Promise<Browser> {
  const executablePath = await carriedChromium();
  if (executablePath === undefined) return playwright.launch({ channel: 'chrome', args: [...added] });
  const args = chromium.args.filter((argument) => !unwanted.some((refused) => argument.startsWith(refused)));
  return playwright.launch({ executablePath, args: [...args, ...added] });
}

async function carriedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const path = await chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
