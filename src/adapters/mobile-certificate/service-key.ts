import { StartFailure } from '../../configuration/start-failure.js';
import { decodeBase64, decodeLatin1 } from '../../core/encodings.js';
import { KeyFolder } from '../keys/key-folder.js';

const keyFile = 'mobile-service.key';

/** The key that is shared with the service. Throws `StartFailure`: `start-keys-missing`, `start-mobile-key-malformed`. */
export async function readMobileServiceKey(folder: string): Promise<Uint8Array> {
  const values = { folder, names: keyFile };
  const file = await new KeyFolder(folder).read(keyFile);
  if (file === undefined) throw new StartFailure({ code: 'start-keys-missing', values });
  const key = decodeBase64(decodeLatin1(file).trim());
  if (key?.length !== 32) throw new StartFailure({ code: 'start-mobile-key-malformed', values });
  return key;
}
