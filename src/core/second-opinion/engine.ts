import { Crypto } from '@peculiar/webcrypto';
import { CryptoEngine } from 'pkijs';

/** pkijs's own engine over another WebCrypto than Node's. It is handed to each call: nothing global is set. */
export const engine = new CryptoEngine({ name: 'second opinion', crypto: new Crypto() });
