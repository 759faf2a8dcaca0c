import type { ComponentChildren } from 'preact';
import { NetworkBanner } from '../network/NetworkBanner.tsx';
import { LaterBanner } from '../unreached/LaterBanner.tsx';
import { useArrival } from './arrival.ts';
import { PersonMenu } from './PersonMenu.tsx';
import './page.css';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

interface PageFrameProps {
  /** The title of the page; also the browser's, followed by the programme's name. */
  readonly title: string;
  /** A line above the title: where one is. */
  readonly overline?: ComponentChildren;
  readonly links?: readonly NavigationLink[];
  /** Who is signed in, as they are called; undefined on public pages. */
  readonly person?: string | undefined;
  readonly onSignOut?: () => void;
  readonly children: ComponentChildren;
}

/** Header, main column and footer of every page. It knows nothing of Firebase: public pages wear it too. */
export function PageFrame({ title, overline, links = [], person, onSignOut, children }: PageFrameProps) {
  document.title = `${title} · Sur mesure`;
  useArrival();
  return (
    <>
      <a class="skip" href="#contenu">
        Aller au contenu
      </a>
      <header class="page-header no-print">
        <div class="page-width page-header-line">
          <a class="page-name" href="/">
            <span class="page-mark" aria-hidden="true" />
            Sur mesure
            <span class="page-programme">Manufactures de proximité</span>
          </a>
          <Navigation links={links} />
          <Who person={person} onSignOut={onSignOut} />
        </div>
      </header>
      <NetworkBanner />
      {person !== undefined && <LaterBanner />}
      <main id="contenu" class="page-width page-main" tabIndex={-1}>
        <div class="stack stack-tight">
          {overline !== undefined && <p class="overline">{overline}</p>}
          <h1>{title}</h1>
        </div>
        {children}
      </main>
      <Footer signedIn={person !== undefined} />
    </>
  );
}

function Navigation({ links }: { readonly links: readonly NavigationLink[] }) {
  if (links.length === 0) return null;
  return (
    <nav class="page-navigation" aria-label="Pages de votre espace">
      {links.map(({ href, label, current }) => (
        <a key={href} href={href} aria-current={current === true ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

interface WhoProps {
  readonly person: string | undefined;
  readonly onSignOut: (() => void) | undefined;
}

function Who({ person, onSignOut }: WhoProps) {
  if (person === undefined) {
    return (
      <a class="page-who" href="/connexion">
        Se connecter
      </a>
    );
  }
  return onSignOut === undefined ? <span class="page-who">{person}</span> : <PersonMenu {...{ person, onSignOut }} />;
}

function Footer({ signedIn }: { readonly signedIn: boolean }) {
  return (
    <footer class="page-footer no-print">
      <div class="page-width row row-apart">
        <p>Accompagnement sur mesure, programme Manufactures de proximité, porté par France Tiers-Lieux.</p>
        <nav class="row" aria-label="Pied de page">
          <a class="page-footer-link" href="/aide">
            Aide
          </a>
          <a class="page-footer-link" href="/">
            Annuaire des experts
          </a>
          <a class="page-footer-link" href="/inscription">
            Devenir expert
          </a>
          <a class="page-footer-link" href="/verification">
            Vérifier un document
          </a>
          <a class="page-footer-link" href="/accessibilite">
            Accessibilité : non conforme
          </a>
          <a class="page-footer-link" href="/donnees-personnelles">
            Données personnelles
          </a>
          <a class="page-footer-link" href="/mentions-legales">
            Mentions légales
          </a>
          {!signedIn && (
            <a class="page-footer-link" href="/connexion">
              Se connecter
            </a>
          )}
        </nav>
      </div>
    </footer>
  );
}
