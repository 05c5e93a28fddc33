import path from 'node:path';
import { type Logger, pino } from 'pino';
import { FolderRevocationArchive } from '../adapters/archive/folder-revocation-archive.js';
import { HttpRevocationFetcher } from '../adapters/fetch/http-revocation-fetcher.js';
import { SoftwareKeystore } from '../adapters/keys/software-keystore.js';
import type { Configuration } from '../configuration.js';
import type { Clock } from '../core/clock.js';
import type { Signer } from '../core/cms/signer-info.js';
import type { ReceiptIssuer } from '../cosigning/index.js';
import { readTrustFolder, type TrustDependencies } from '../trust/index.js';
import { connect, type Databases, disconnect, openPostgres } from './databases.js';
import { StartFailure } from '../start-failure.js';

type Commission = NonNullable<Awaited<ReturnType<SoftwareKeystore['commission']>>>;

/** The platform's keys, opened. */
interface PlatformKeys {
  readonly keystore: SoftwareKeystore;
  readonly intakeSigner: Signer;
  readonly receiptIssuer: ReceiptIssuer;
  readonly challengeSecret: Uint8Array;
  readonly probeSecret: Uint8Array;
  readonly commission: Commission;
  /** MOI's certificate, DER. */
  readonly ministryCertificate: Uint8Array;
}

/** Everything the application stands on: databases, keys, trust, and what it was told. */
export interface Platform {
  readonly configuration: Configuration;
  /** What co-signers see in the statement. */
  readonly origin: string;
  readonly clock: Clock;
  readonly databases: Databases;
  readonly keys: PlatformKeys;
  readonly trust: TrustDependencies;
  /** Request lines and what operators must know; never personal data. */
  readonly logger: Logger;
  /** Ends everything that was opened. */
  close(): Promise<void>;
}

/** Opens it all; what was opened is closed again when something fails. */
export async function openPlatform(configuration: Configuration, clock: Clock): Promise<Platform> {
  const keys = await openKeys(path.join(configuration.home, 'keys'));
  const trust = await openTrust(configuration, clock);
  const postgres = await openPostgres(configuration);
  try {
    const databases = await connect(postgres.url);
    const origin = configuration.origin ?? `http://${configuration.host}:${String(configuration.port)}`;
    const close = async (): Promise<void> => {
      await disconnect(databases);
      await postgres.stop();
    };
    const logger = pino(
      { level: configuration.logLevel, base: null },
      pino.destination({ dest: 2, sync: false }),
    );
    return { configuration, origin, clock, databases, keys, trust, logger, close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function openKeys(folder: string): Promise<PlatformKeys> {
  const keystore = new SoftwareKeystore(folder);
  const commission = await keystore.commission();
  const ministryCertificate = await keystore.ministryCertificate();
  if (commission === undefined || ministryCertificate === undefined) {
    throw new StartFailure({ code: 'start-keys-missing', values: { folder } });
  }
  const [intakeSigner, receiptIssuer, challengeSecret, probeSecret] = await Promise.all([
    keystore.intakeSigner(),
    keystore.receiptIssuer(),
    keystore.secret('challenge'),
    keystore.secret('opening-probe'),
  ]);
  return {
    keystore,
    intakeSigner,
    receiptIssuer,
    challengeSecret,
    probeSecret,
    commission,
    ministryCertificate,
  };
}

async function openTrust(configuration: Configuration, clock: Clock): Promise<TrustDependencies> {
  const folder = path.join(configuration.home, 'trust');
  const trust = await readTrustFolder(folder).catch((error: unknown) => {
    throw new StartFailure({ code: 'start-trust-unreadable', values: { folder } }, { cause: error });
  });
  if (!trust.ok) {
    const { code, values } = trust.failure;
    const reason = [code, ...Object.values(values ?? {})].join(' ');
    throw new StartFailure({ code: 'start-trust-wrong', values: { folder, reason } });
  }
  return {
    configuration: trust.value,
    fetcher: new HttpRevocationFetcher(),
    archive: await FolderRevocationArchive.open(configuration.archive),
    clock,
  };
}
