import { useGivenAnswer } from './page-data';

/** What the server tells every page of the installation. */
export interface Site {
  /** The exact address of the true site. */
  readonly origin: string;
  /** What it is if it isn't the real one. */
  readonly notice?: 'demo' | 'rehearsal' | undefined;
  /** Whom to turn to, as far as the operator said. */
  readonly contacts: {
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
    /** The address for vulnerabilities. */
    readonly security?: string | undefined;
  };
}

/** Where it lies among the answers that come with the HTML. It is asked for nowhere: it stays while pages change. */
export const sitePath = 'site';

/** The installation that these pages belong to. */
export function useSite(): Site {
  // The server writes it into every page.
  return (useGivenAnswer(sitePath) as Site | undefined) ?? { origin: '', contacts: {} };
}
