import { ApiClient, ApiProblem, base64 } from '../../../src/devkit/index.js';
import { askCard } from '../card-server/popup.js';

interface Challenge {
  readonly challenge: string;
  readonly statement: { readonly beforeNationalId: string; readonly afterNationalId: string };
}

/** Somebody who knows what the demo printed, and nothing else. Uses the printed cards by the popup of the card program that it started. */
export class DemoPlayer {
  readonly cardProgram: string;
  private readonly api: ApiClient;

  constructor(private readonly printed: string) {
    this.api = new ApiClient(this.find(/(http:\/\/127\.0\.0\.1:\d+)\/en\/cases\/9002\n/));
    this.cardProgram = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? 'http://localhost:61161';
  }

  /** Co-signs with the printed number and card of this kind. The answer, or the problem's members. */
  async coSign(kind: string): Promise<object> {
    const [, nationalId = '', card = ''] = this.match(new RegExp(`^ +([A-Z]\\d{9}) {2}(.+${kind})$`, 'm'));
    const { challenge, statement } = await this.api.post<Challenge>('cases/9002/challenges');
    const text = `${statement.beforeNationalId}${nationalId}${statement.afterNationalId}`;
    const signature = { form: 'cms', signedData: await this.signedBy(card, text) };
    return this.api
      .post<object>('cases/9002/co-signatures', { nationalId, challenge, signature })
      .catch((error: unknown) => {
        if (error instanceof ApiProblem) return error.members;
        throw error;
      });
  }

  /** Signs in as the lead of the case that collects, and reads the progress. */
  async leadProgress(): Promise<object> {
    const [, accessCode = '', card = ''] = this.match(/^ +Case 9002 +access code (\S+) +card (.+)$/m);
    const { challenge, statement } = await this.api.post<{ challenge: string; statement: string }>(
      'sign-in/challenges',
      { purpose: 'lead' },
    );
    const signature = { form: 'cms', signedData: await this.signedBy(card, statement) };
    const { token } = await this.api.post<{ token: string }>('sign-in/lead', {
      challenge,
      accessCode,
      signature,
    });
    return this.api.signedIn(token).get<object>('lead/progress');
  }

  private async signedBy(description: string, text: string): Promise<unknown> {
    const program = { origin: this.cardProgram };
    const popup = await (await fetch(`${program.origin}/popupForm`)).text();
    const card = popup.match(/<option [^>]*>[^<]*/g)?.find((option) => option.endsWith(`>${description}`));
    const request = {
      func: 'MakeSignature',
      signatureType: 'PKCS7',
      tbs: base64(Buffer.from(text, 'utf8')),
      tbsEncoding: 'base64',
      hashAlgorithm: 'SHA256',
      withCardSN: 'false',
      pin: this.find(/Every PIN is (\d+)/),
      nonce: '',
      slotDescription: '',
    };
    const choice = { origin: this.api.origin, card: /value="([\w-]+)"/.exec(card ?? '')?.[1] ?? '' };
    return (await askCard(program, request, choice)).signature;
  }

  private find(pattern: RegExp): string {
    return this.match(pattern)[1] ?? '';
  }

  private match(pattern: RegExp): RegExpExecArray {
    const found = pattern.exec(this.printed);
    if (found === null) throw new Error(`not printed: ${String(pattern)}`);
    return found;
  }
}
