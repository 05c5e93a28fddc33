import { openPkcs11Card } from './adapters/cards/pkcs11-card.js';
import { openPkcs12Card } from './adapters/cards/pkcs12-card.js';
import { systemClock } from './adapters/clock/system-clock.js';
import type { CardSettings, CardSource, RunningCards } from './cli/card.js';
import type { PinProtectedCard } from './core/cms/index.js';
import { Oid, nameAttribute, parseCertificate } from './core/x509/index.js';
import {
  type CardFault,
  cardFaultNames,
  CardServer,
  type DemoCard,
  demoCardNames,
  demoCardPin,
  DemoPki,
  issueDemoCardsOfEveryKind,
  type ServedCard,
} from './devkit/index.js';

export { cardFaultNames, demoCardNames };

/**
 * Serves cards as HiPKI's card program does. Rejects with the system's error where the port is taken, and with a `StartFailure` where a
 * file or token can't be used.
 */
export async function serveCards({ source, port, fault, sites }: CardSettings): Promise<RunningCards> {
  const cards = await cardsOf(source);
  const server = await CardServer.start({
    cards,
    port,
    fault: cardFaultNames.find((name): name is CardFault => name === fault),
    allowedSites: sites,
  });
  return {
    address: server.origin,
    cards: cards.map(describe),
    pin: source.kind === 'pkcs11' ? undefined : demoCardPin,
    stop: () => server.close(),
  };
}

async function cardsOf(source: CardSource): Promise<readonly (ServedCard | DemoCard)[]> {
  const clock = systemClock;
  switch (source.kind) {
    case 'demo': {
      const pki = DemoPki.create({ seed: source.seed, at: clock.now() });
      return issueDemoCardsOfEveryKind(pki).filter(
        ({ name }) => source.persons.length === 0 || source.persons.includes(name),
      );
    }
    case 'pkcs12': {
      const { files, passphrase } = source;
      return [ofHolder(await openPkcs12Card({ files, passphrase, pin: demoCardPin, clock }))];
    }
    case 'pkcs11': {
      const { module, token } = source;
      return [ofHolder(await openPkcs11Card({ module, token, clock }))];
    }
  }
}

function ofHolder(card: PinProtectedCard): ServedCard {
  const certificate = parseCertificate(card.signingCertificate);
  const name = certificate.ok ? nameAttribute(certificate.value.subject, Oid.commonName) : undefined;
  return { name: 'card', description: name ?? '—', card };
}

function describe(card: ServedCard | DemoCard): RunningCards['cards'][number] {
  const { description } = card;
  return 'person' in card ? { description, nationalId: card.person.nationalId } : { description };
}
