import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import type { LeadCase } from '../../lead/lead-api';
import { linkBlock } from '../../lead/link-block';
import { Copied } from './copied';

/** Where people co-sign: as an address, as a QR code, and as a block for the lead's own site. */
export function Share({ referendum }: { readonly referendum: LeadCase }) {
  const { t } = useTranslation('lead', { keyPrefix: 'share' });
  const { signingAddress = '', mainText, origin } = referendum;
  return (
    <>
      <p>{t('what')}</p>
      <p className="breakable">
        <a href={signingAddress}>
          {origin}
          <wbr />
          {signingAddress.slice(origin.length)}
        </a>
      </p>
      <Copied text={signingAddress} action={t('copy-address')} />
      <div className="qr">
        <QRCodeSVG
          value={signingAddress}
          size={176}
          marginSize={4}
          title={t('qr', { address: signingAddress })}
        />
      </div>
      <h3>{t('block')}</h3>
      <p>{t('block-what')}</p>
      <div className="field">
        <label className="visually-hidden" htmlFor="link-block">
          {t('block')}
        </label>
        <textarea id="link-block" readOnly rows={6} value={linkBlock(signingAddress, mainText)} />
      </div>
      <Copied text={linkBlock(signingAddress, mainText)} action={t('copy-block')} />
    </>
  );
}
