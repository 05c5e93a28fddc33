/** Object identifiers of CMS: RFC 5652, 5083, 5084, 5753, 5035, 3211, 8018, 5940; our own at the end. */
export const CmsOid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  authEnvelopedData: '1.2.840.113549.1.9.16.1.23',

  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  countersignature: '1.2.840.113549.1.9.6',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',

  md5: '1.2.840.113549.2.5',

  ecdhSha1Kdf: '1.3.133.16.840.63.0.2',
  ecdhSha256Kdf: '1.3.132.1.11.1',
  rsaOaep: '1.2.840.113549.1.1.7',
  aes256Wrap: '2.16.840.1.101.3.4.1.45',
  aes256Gcm: '2.16.840.1.101.3.4.1.46',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  pbkdf2: '1.2.840.113549.1.5.12',
  pwriKek: '1.2.840.113549.1.9.16.3.9',
  hmacSha256: '1.2.840.113549.2.9',

  /** id-ri-ocsp-response, RFC 5940. */
  ocspResponse: '1.3.6.1.5.5.7.16.2',

  /**
   * Lianshu's own signed attribute in a countersignature. Its arc is the UUID 76053053-134b-40ec-8678-e8554255969d under
   * 2.25 (X.667), which anyone may use without registering.
   */
  intakeJudgement: '2.25.156875845124482402322565163924728419997.1',
} as const;
