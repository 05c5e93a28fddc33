import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import {
  type Attributes,
  ck,
  type Handle,
  initialize,
  loadPkcs11,
  type Pkcs11Library,
} from '../../../src/adapters/pkcs11/pkcs11-library.js';
import type { TokenSettings } from '../../../src/configuration/configuration.js';
import { DerReader } from '../../../src/core/der/index.js';
import { readCertificate } from '../../../src/core/x509/index.js';

const modules = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];

/** CKA_DERIVE, CKA_CERTIFICATE_TYPE with CKC_X_509, CKA_SUBJECT */
const [derives, certificateType, x509Certificate, subject] = [0x10c, 0x80, 0, 0x101];

/** What only tests do with a module. */
interface TestLibrary extends Pkcs11Library {
  C_CreateObject(session: Handle, template: Attributes): Handle;
  C_Finalize(): void;
  close(): void;
}

/** What a token for tests needs and this machine doesn't have; undefined where all is there. */
export function missingForTokens(): string | undefined {
  const found = modules.some((module) => existsSync(module));
  if (!found || spawnSync('softhsm2-util', ['--version']).status !== 0) return 'SoftHSM2';
  try {
    createRequire(import.meta.url).resolve('pkcs11js/build/Release/pkcs11.node');
    return undefined;
  } catch {
    return 'pkcs11js';
  }
}

/** A new token of SoftHSM2 in a temporary folder. */
export class SoftHsm {
  private readonly folder = mkdtempSync(join(tmpdir(), 'lianshu-softhsm-'));
  readonly settings: TokenSettings = {
    module: modules.find((module) => existsSync(module)) ?? '',
    token: 'lianshu test',
    pinFile: join(this.folder, 'pin'),
  };
  private readonly environment = { ...process.env, SOFTHSM2_CONF: join(this.folder, 'softhsm2.conf') };

  /** `pin` is the user's PIN of every token in it. */
  constructor(private readonly pin = '1234') {
    const tokens = join(this.folder, 'tokens');
    mkdirSync(tokens);
    writeFileSync(this.environment.SOFTHSM2_CONF, `directories.tokendir = ${tokens}\nlog.level = ERROR\n`);
    // The module reads the environment of the process itself, of which a test has a copy.
    const real = runInThisContext('process') as NodeJS.Process;
    real.env.SOFTHSM2_CONF = this.environment.SOFTHSM2_CONF;
    this.addToken(this.settings.token);
    writeFileSync(this.settings.pinFile, `${pin}\n`);
    chmodSync(this.settings.pinFile, 0o600);
  }

  /** Adds an empty token with this label. */
  addToken(label: string): void {
    this.run('--init-token', '--free', '--so-pin', '5678', '--label', label);
  }

  /** Puts a key pair (PKCS #8, PEM) into the token, or another, under this label. */
  importKey(label: string, pem: string, token = this.settings.token): void {
    const file = join(this.folder, 'key.pem');
    writeFileSync(file, pem, { mode: 0o600 });
    const id = Buffer.from(label).toString('hex');
    this.run('--import', file, '--token', token, '--label', label, '--id', id);
  }

  /** Allows ECDH with the private key of this label, which `softhsm2-util` imports for signing alone. */
  async allowAgreement(label: string): Promise<void> {
    await this.inSession((library, session) => {
      library.C_FindObjectsInit(session, [
        { type: ck.class, value: ck.privateKey },
        { type: ck.label, value: label },
      ]);
      const [key] = library.C_FindObjects(session, 1);
      library.C_FindObjectsFinal(session);
      if (key === undefined) throw new Error('no key');
      library.C_SetAttributeValue(session, key, [{ type: derives, value: true }]);
    });
  }

  /** Puts a certificate (DER) into the token, with the CKA_ID of the key pair of this label. */
  async importCertificate(label: string, certificate: Uint8Array): Promise<void> {
    await this.inSession((library, session) => {
      library.C_CreateObject(session, [
        { type: ck.class, value: ck.certificate },
        { type: certificateType, value: x509Certificate },
        { type: ck.token, value: true },
        { type: ck.label, value: label },
        { type: ck.id, value: Buffer.from(label) },
        { type: subject, value: Buffer.from(readCertificate(new DerReader(certificate)).subject.der) },
        { type: ck.value, value: Buffer.from(certificate) },
      ]);
    });
  }

  /** Removes the token, and has the module forget it: the next spec in this process has another. */
  async remove(): Promise<void> {
    const library = await this.library();
    library.C_Finalize();
    library.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async library(): Promise<TestLibrary> {
    const library = (await loadPkcs11()) as TestLibrary;
    library.load(this.settings.module);
    initialize(library);
    return library;
  }

  private async inSession(work: (library: TestLibrary, session: Handle) => void): Promise<void> {
    const library = await this.library();
    const slot = library
      .C_GetSlotList(true)
      .find((each) => library.C_GetTokenInfo(each).label.trimEnd() === this.settings.token);
    if (slot === undefined) throw new Error('no slot');
    const session = library.C_OpenSession(slot, ck.serialSession | ck.readWriteSession);
    library.C_Login(session, ck.user, this.pin);
    work(library, session);
    library.C_CloseSession(session);
  }

  private run(...words: readonly string[]): void {
    const ran = spawnSync('softhsm2-util', [...words, '--pin', this.pin], { env: this.environment });
    if (ran.status !== 0) throw new Error(`softhsm2-util ${String(words[0])}: ${ran.stderr.toString()}`);
  }
}
