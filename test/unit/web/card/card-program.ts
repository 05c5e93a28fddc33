import { decodeBase64, encodeBase64 } from '../../../../src/core/encodings';
import type { MockCard } from '../../../../src/devkit/index';
import { type FakePopup, type FakeWindow, getTbs } from './fake-window';

/** The card program behind the windows that a page opens, with mock cards in its readers. It enters the PIN that it is sent. */
export class CardProgram {
  /** A card for each reader. */
  cards: readonly MockCard[] = [];
  /** What is signed instead of what the page sent. */
  swapped: Uint8Array | undefined;
  /** What becomes of a signature or an opened content on its way. */
  tamper: (octets: Uint8Array) => Uint8Array = (octets) => octets;
  /** Every request, as it was read. */
  readonly requests: Readonly<Record<string, string>>[] = [];

  constructor(window: FakeWindow) {
    window.onOpen = (popup) => void this.serve(popup);
  }

  private async serve(popup: FakePopup): Promise<void> {
    popup.says(getTbs);
    const request = popup.request();
    this.requests.push(request);
    const answer = await this.answer(request).catch(() => ({ ret_code: 0x76100006, last_error: 0xa0 }));
    popup.says(JSON.stringify(answer));
  }

  private async answer(request: Readonly<Record<string, string>>): Promise<object> {
    if (request.func === 'GetUserCert') return this.certificates();
    const card = this.cards[Number(request.slotDescription ?? 0)];
    if (card === undefined) return { ret_code: 0x76000006 };
    card.enterPin(request.pin ?? '');
    const octets = decodeBase64(request.tbs ?? request.cipher ?? '') ?? new Uint8Array();
    if (request.func === 'DecryptData') {
      const plain = encodeBase64(this.tamper(await card.decrypt(octets)));
      return { func: 'decrypt', ret_code: 0, last_error: 0, plain };
    }
    const signed = await card.sign(this.swapped ?? octets, 'cms-attached');
    const signature = signed.form === 'cms' ? encodeBase64(this.tamper(signed.signedData)) : '';
    return { func: 'sign', ret_code: 0, last_error: 0, signature };
  }

  private certificates(): object {
    const slots = this.cards.map(({ signingCertificate, encryptionCertificate }, index) => ({
      slotDescription: String(index),
      token: {
        certs: [encryptionCertificate, signingCertificate].map((each) => ({ certb64: encodeBase64(each) })),
      },
    }));
    const empty = { slotDescription: 'empty', token: 'token not present' };
    return { func: 'pkcs11info', ret_code: 0, last_error: 0, slots: [empty, ...slots] };
  }
}
